import { HttpError } from './answer.js';

/** Finds the handler of a path. `:name` in a pattern fits one part of a path; the first pattern that fits wins. */
export function createRouter() {
  const routes = [];
  const add = (method) => (pattern, handler) => routes.push({ method, parts: pattern.split('/'), handler });
  return {
    get: add('GET'),
    post: add('POST'),

    /** Throws a 404 when no pattern fits, and a 405 when only another method does. */
    find(method, path) {
      const wanted = method === 'HEAD' ? 'GET' : method;
      const fitting = routes.flatMap((route) => {
        const params = match(route.parts, path.split('/'));
        return params ? [{ ...route, params }] : [];
      });
      const found = fitting.find((route) => route.method === wanted);
      if (found) return found;
      throw fitting.length > 0 ? new HttpError(405, 'Not possible here') : new HttpError(404, 'Page not found');
    },
  };
}

function match(pattern, path) {
  if (pattern.length !== path.length) return undefined;
  const params = {};
  for (const [index, part] of pattern.entries()) {
    if (part.startsWith(':') && path[index] !== '') params[part.slice(1)] = path[index];
    else if (part !== path[index]) return undefined;
  }
  return params;
}
