/** A provider that asks to come back in an hour: it stands before the scripted model, which answers the rest. */
import { createServer } from "node:http";
import { onTestFinished } from "vitest";

/** `isBusy` is asked once for each request. `target` is the scripted model's address, once it is known. */
export async function startGate(isBusy: () => boolean): Promise<{ url: string; target: string }> {
  const front = { url: "", target: "" };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (isBusy()) {
      response.writeHead(429, { "content-type": "application/json", "retry-after": "3600" });
      return response.end('{"type":"error","error":{"type":"rate_limit_error","message":"slow down"}}');
    }
    const { method = "GET", url = "/" } = request;
    const headers = { "content-type": "application/json", "x-api-key": "any" };
    const answer = await fetch(`${front.target}${url}`, { method, headers, body: Buffer.concat(chunks) });
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" });
    return response.end(Buffer.from(await answer.arrayBuffer()));
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  front.url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  return front;
}
