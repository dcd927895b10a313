// The display of this worker's windows, so that tests beside each other share neither focus nor clipboard.
const displays = process.env.LEAD_INSPECTOR_TEST_DISPLAYS?.split(',') ?? []
const worker = Number(process.env.VITEST_POOL_ID ?? 1)
const own = displays[(worker - 1) % displays.length]
if (own !== undefined) process.env.DISPLAY = own
