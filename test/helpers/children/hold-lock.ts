import { lockDataFolder } from '../../../src/engine/storage/data-folder-lock'

// Takes the folder's lock, says so, and keeps it until it is killed.
lockDataFolder(process.argv[2] ?? '', { kind: 'cli' })
process.stdout.write('locked\n')
setInterval(() => {}, 1000)
