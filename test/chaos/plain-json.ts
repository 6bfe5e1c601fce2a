/** Stands in for `json-with-bigint` in the bundle of `npm run chaos`: no number of the forge is too large for JSON itself, and the search for one costs a sixth of a schedule. */
export const JSONParse = JSON.parse;
export const JSONStringify = JSON.stringify;
