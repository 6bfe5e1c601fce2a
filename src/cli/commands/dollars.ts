/** An option that is an amount of money. */
import { InvalidArgumentError } from "commander";

export function dollars(text: string): number {
  const amount = Number(text);
  if (!/^\d{1,5}(\.\d{1,4})?$/.test(text) || amount <= 0)
    throw new InvalidArgumentError("It is an amount of US dollars above 0, such as 2.50.");
  return amount;
}
