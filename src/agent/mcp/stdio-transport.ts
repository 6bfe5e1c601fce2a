/** The stdio transport of MCP over a process that the sandbox started: one JSON message on each line. */
import { ReadBuffer, serializeMessage, type Transport } from "@modelcontextprotocol/client";
import type { ServedProcess } from "../sandbox/sandbox.ts";

const MESSAGE_BYTES = 4_000_000;

export function openStdioTransport(served: ServedProcess): Transport {
  const buffer = new ReadBuffer({ maxBufferSize: MESSAGE_BYTES });
  const transport: Transport = {
    async start() {
      served.output.on("data", (chunk: Buffer) => receive(chunk));
      served.output.on("error", () => undefined);
      void served.exited.then(() => transport.onclose?.());
    },
    send(message) {
      return new Promise((resolve, reject) => {
        if (!served.input.writable) return reject(new Error("the server has ended"));
        served.input.write(serializeMessage(message), (error) => (error ? reject(error) : resolve()));
      });
    },
    async close() {
      served.kill();
      await served.exited;
    },
  };

  function receive(chunk: Buffer): void {
    try {
      buffer.append(chunk);
    } catch (error) {
      fail(error);
      served.kill();
      return;
    }
    for (;;) {
      try {
        const message = buffer.readMessage();
        if (message === null) return;
        transport.onmessage?.(message);
      } catch (error) {
        // A line that is no message is passed by; the next may be one.
        fail(error);
      }
    }
  }
  function fail(error: unknown): void {
    transport.onerror?.(error instanceof Error ? error : new Error(String(error)));
  }
  return transport;
}
