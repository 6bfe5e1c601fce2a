/** Passwords are kept as salted scrypt hashes: `scrypt$<cost>$<salt>$<hash>`, the last two in base64url. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(scrypt);
const COST = 2 ** 14;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** A hash of its own for every call, even for the same password. A higher cost makes guessing slower. */
export async function hashPassword(password, cost = COST) {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, HASH_BYTES, { cost });
  return `scrypt$${cost}$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

/** Whether `stored` came from `password`. Without `stored` it is as slow, and false: timing tells no names. */
export async function isPassword(password, stored, cost = COST) {
  const [scheme, storedCost, salt, hash] = (stored ?? nobody(cost)).split('$');
  if (scheme !== 'scrypt') throw new Error(`unknown password scheme "${scheme}"`);
  const expected = Buffer.from(hash, 'base64url');
  const options = { cost: Number(storedCost) };
  const given = await derive(password, Buffer.from(salt, 'base64url'), expected.length, options);
  return timingSafeEqual(given, expected) && stored !== undefined;
}

function nobody(cost) {
  return `scrypt$${cost}$${Buffer.alloc(SALT_BYTES).toString('base64url')}$${Buffer.alloc(HASH_BYTES).toString('base64url')}`;
}
