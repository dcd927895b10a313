// How the app becomes an application folder. `npm run pack` runs it with the Electron that is on this machine.
/** @type {import('electron-builder').Configuration} */
module.exports = {
  appId: 'dev.lead-inspector.app',
  productName: 'Lead Inspector',
  directories: { output: 'dist', buildResources: 'resources' },
  // Everything but libsql is bundled into out/; electron-builder adds the packages under `dependencies` by itself.
  files: ['out/**', '!out/.build-hash', 'package.json', '!node_modules/**/{*.md,*.d.ts,*.map,test,tests,examples}'],
  asar: true,
  // A native module is loaded by the system's loader, which cannot look into an archive.
  asarUnpack: ['node_modules/@libsql/**'],
  // libsql brings ready-made N-API binaries.
  npmRebuild: false,
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableCookieEncryption: true,
    onlyLoadAppFromAsar: true,
    // Electron checks it on macOS and Windows; on Linux the fuse has no effect.
    enableEmbeddedAsarIntegrityValidation: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    // The window is served over app://, so file:// needs no rights.
    grantFileProtocolExtraPrivileges: false,
  },
  linux: { executableName: 'lead-inspector', category: 'Development', target: 'dir' },
  win: { target: 'dir' },
  mac: { target: 'dir', category: 'public.app-category.developer-tools' },
  // No publishing: it would look for a GitHub repository.
  publish: null,
}
