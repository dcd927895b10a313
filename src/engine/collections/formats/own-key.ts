/** Our own key in items and variables. Postman passes over keys that it does not know. */
export const ownKey = 'x-lead-inspector'
