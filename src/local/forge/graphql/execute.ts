import type { GraphqlAnswer } from "../http/server.ts";
import type { Site } from "../site.ts";
export function createGraphql(_site: Site, _path: string | undefined) {
  return { warmUp: (): void => undefined, answer: async (): Promise<GraphqlAnswer> => ({ status: 200, body: {}, route: "graphql", notifying: false, repository: undefined }) };
}
