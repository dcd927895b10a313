/** `info.schema` of a v2.1 collection, by which Postman tells the version. */
export const collectionSchemaUrl = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'
