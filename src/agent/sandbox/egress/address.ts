/** Which addresses are public. Everything else is the machine itself, its neighbours, or a cloud's metadata service. */
import { BlockList, isIP } from "node:net";

/** IANA special-purpose registries (RFC 6890 and its updates), by what they hold. */
const IPV4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.31.196.0", 24],
  ["192.52.193.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["192.175.48.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
  /** Azure's WireServer: hosted runners are Azure machines. */
  ["168.63.129.16", 32],
] as const;

/** Only 2000::/3 is handed out as public; of it, tunnels that carry IPv4 and documentation are not. */
const IPV6 = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const;

const closed = new BlockList();
for (const [address, prefix] of IPV4) closed.addSubnet(address, prefix, "ipv4");
for (const [address, prefix] of IPV6) closed.addSubnet(address, prefix, "ipv6");
const handedOut = new BlockList();
handedOut.addSubnet("2000::", 3, "ipv6");

/** Whether an address is a public one; anything that is not an address is not. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address, "ipv4");
  return family === 6 && handedOut.check(address, "ipv6") && !closed.check(address, "ipv6");
}
