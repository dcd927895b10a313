// What bench (c) takes from the sources.
export { openStorage } from '../../../src/engine/storage/open-storage'
export { seedLeads } from '../../helpers/seed-leads'
