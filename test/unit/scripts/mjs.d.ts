// The scripts are plain JavaScript, which TypeScript does not read here; their tests check them as they run.
declare module '*.mjs'
