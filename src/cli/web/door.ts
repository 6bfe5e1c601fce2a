/** How a person gets in: a link that works once, or the token; then a cookie, and with it a proof for every form. */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

export interface Door {
  /** Spends the code of the link. */
  opens(code: string): boolean;
  /** A code for a link that works once. */
  newCode(): string;
  /** `set-cookie` of somebody who got in. */
  cookie(): string;
  /** Does this `cookie` header hold what was set? */
  knows(header: string | undefined): boolean;
  /** Stands in every form: a page of another server on this machine can send the cookie and not read this. */
  formProof: string;
  isFormProof(text: string): boolean;
  isToken(text: string): boolean;
}

/** The cookie follows from the token, so that it holds over restarts, and does not show it. Browsers share cookies among ports. */
export function openDoor(token: string, port: number): Door {
  const derived = (purpose: string) => createHmac("sha256", token).update(purpose).digest("base64url");
  const name = `nightshift-${port}`;
  const value = derived("cookie");
  const formProof = derived("form");
  const codes = new Set<string>();
  return {
    newCode() {
      const code = randomBytes(24).toString("base64url");
      codes.add(code);
      return code;
    },
    opens: (code) => codes.delete(code),
    cookie: () => `${name}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${30 * 24 * 3600}`,
    knows: (header = "") =>
      header
        .split(/;\s*/)
        .some((pair) => pair.startsWith(`${name}=`) && isSame(pair.slice(name.length + 1), value)),
    formProof,
    isFormProof: (text) => isSame(text, formProof),
    isToken: (text) => isSame(text, token),
  };
}

function isSame(given: string, wanted: string): boolean {
  const hash = (text: string) => createHmac("sha256", "same").update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}
