/** A type with every list and every property of it readonly, as data is here. */
export type DeepReadonly<Data> = Data extends Uint8Array
  ? Data
  : Data extends readonly (infer Item)[]
    ? number extends Data['length']
      ? readonly DeepReadonly<Item>[]
      : { readonly [Index in keyof Data]: DeepReadonly<Data[Index]> }
    : Data extends object
      ? { readonly [Key in keyof Data]: DeepReadonly<Data[Key]> }
      : Data
