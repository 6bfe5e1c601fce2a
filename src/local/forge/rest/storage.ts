/** Downloads by redirect: the address is secret and short-lived, and needs no token. */
import type { Reply } from "../http/router.ts";
import type { Site } from "../site.ts";

export interface Download {
  type: string;
  content: Buffer;
}

interface Offer {
  expires: number;
  open: () => Promise<Download>;
}

const OFFER_MS = 60_000;
const offers = new WeakMap<Site, Map<string, Offer>>();

/** 302 to a place where the bytes can be had for a minute. */
export function keep(site: Site, name: string, open: () => Promise<Download>): Reply {
  const known = offers.get(site) ?? new Map<string, Offer>();
  offers.set(site, known);
  const time = site.clock.now().getTime();
  for (const [path, offer] of known) if (offer.expires < time) known.delete(path);
  const path = `/_storage/${site.ids.secret()}/${name}`;
  known.set(path, { expires: time + OFFER_MS, open });
  return { status: 302, headers: { location: `${site.url}${path}` } };
}

/** The offered bytes; undefined when there is no such offer. */
export async function download(site: Site, path: string): Promise<Download | undefined> {
  return offers.get(site)?.get(path)?.open();
}
