/** A host that turned out to be of this computer or a private network, which was not allowed. */
export class PrivateTarget extends Error {
  override readonly name = 'PrivateTarget'

  constructor(
    readonly host: string,
    readonly address: string,
  ) {
    super(`${host} is ${address}`)
  }
}
