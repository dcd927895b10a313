/** A file that electron-vite copies into the build; the import is its path at run time. */
declare module '*?asset' {
  const path: string
  // biome-ignore lint/style/noDefaultExport: that is how electron-vite exports it
  export default path
}
