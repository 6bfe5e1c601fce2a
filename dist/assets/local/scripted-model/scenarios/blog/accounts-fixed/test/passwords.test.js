import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashPassword, isPassword } from '../src/accounts/passwords.js';

const LOW = 16;

test('a password fits its own hash only', async () => {
  const hash = await hashPassword('correct horse', LOW);
  assert.equal(await isPassword('correct horse', hash), true);
  assert.equal(await isPassword('correct horsf', hash), false);
});

test('a hash tells neither the password nor who has the same one', async () => {
  const [first, second] = [await hashPassword('correct horse', LOW), await hashPassword('correct horse', LOW)];
  assert.doesNotMatch(first, /correct|horse/);
  assert.notEqual(first, second);
});

test('the cost is high unless it is given, and kept with the hash', async () => {
  const hash = await hashPassword('correct horse');
  assert.match(hash, /^scrypt\$16384\$/);
  assert.equal(await isPassword('correct horse', hash), true);
});

test('nothing is the password of an unknown user', async () => {
  assert.equal(await isPassword('', undefined, LOW), false);
});
