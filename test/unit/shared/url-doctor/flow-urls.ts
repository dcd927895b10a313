import fc from 'fast-check'

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length })

const signature = fc.string({
  unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'),
  minLength: 43,
  maxLength: 43,
})

const region = fc.constantFrom('uksouth', 'westeurope', 'eastus2', 'australiasoutheast')

const retired = fc
  .tuple(fc.integer({ min: 0, max: 250 }), region, hex(32), signature, fc.constantFrom('2016-06-01', '2016-10-01'))
  .map(
    ([unit, name, id, sig, version]) =>
      `https://prod-${`${unit}`.padStart(2, '0')}.${name}.logic.azure.com:443/workflows/${id}/triggers/manual/paths/invoke?api-version=${version}&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${sig}`,
  )

const present = fc
  .tuple(
    fc.oneof(
      fc.tuple(hex(30), hex(2)).map(([start, end]) => `${start}.${end}`),
      fc.tuple(hex(30), hex(2)).map(([start, end]) => `default${start}.${end}`),
    ),
    fc.constantFrom('', '/cu/16', '/cu/9'),
    hex(32),
    signature,
  )
  .map(
    ([environment, unit, id, sig]) =>
      `https://${environment}.environment.api.powerplatform.com:443/powerautomate/automations/direct${unit}/workflows/${id}/triggers/manual/paths/invoke?api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${sig}`,
  )

const own = fc
  .tuple(fc.integer({ min: 1024, max: 65535 }), hex(32), signature)
  .map(
    ([port, id, sig]) =>
      `http://127.0.0.1:${port}/workflows/${id}/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${sig}`,
  )

/** Whole URLs at Microsoft's hosts, in every shape that is known. */
export const hostedUrl = fc.oneof(retired, present)

/** The same, and those of the app's own receiver. */
export const flowUrl = fc.oneof(retired, present, own)
