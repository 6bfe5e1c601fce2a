/** Answers are plain objects: `{ status, headers, body }`. */

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

/** Stops the handling of a request; the visitor sees the message. */
export class HttpError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** After a form: the browser gets the page at `location`, which must be one of ours. */
export function redirect(location, headers = {}) {
  return { status: 303, headers: { location, ...headers } };
}

export function send(response, { status = 200, headers = {}, body = '' }) {
  response.writeHead(status, { ...HEADERS, ...headers }).end(String(body));
}
