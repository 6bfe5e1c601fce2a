import { redirect } from '../web/answer.js';

/** Wraps a handler so that only members reach it; everybody else is asked to log in. */
export function forMembers(handler) {
  return (visit) => (visit.user ? handler(visit) : redirect('/log-in'));
}
