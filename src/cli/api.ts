/** GitHub as a person uses it from the command line: the same gateway, with a person's token. */
import { connectGitHub, type GitHub } from "../github/client.ts";

export function connectAsPerson(options: { apiUrl: string; repository: string; token: string }): GitHub {
  return connectGitHub(options);
}
