export const id = 5916;
export const ids = [5916];
export const modules = {

/***/ 5916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectServer: () => (/* binding */ connectServer)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./node_modules/@modelcontextprotocol/client/dist/index.mjs + 14 modules
var dist = __webpack_require__(27287);
;// CONCATENATED MODULE: ./lib/agent/mcp/stdio-transport.js
/** The stdio transport of MCP over a process that the sandbox started: one JSON message on each line. */

const MESSAGE_BYTES = 4_000_000;
function openStdioTransport(served) {
    const buffer = new dist/* ReadBuffer */.pt({ maxBufferSize: MESSAGE_BYTES });
    const transport = {
        async start() {
            served.output.on("data", (chunk) => receive(chunk));
            served.output.on("error", () => undefined);
            void served.exited.then(() => transport.onclose?.());
        },
        send(message) {
            return new Promise((resolve, reject) => {
                if (!served.input.writable)
                    return reject(new Error("the server has ended"));
                served.input.write((0,dist/* serializeMessage */.Ex)(message), (error) => (error ? reject(error) : resolve()));
            });
        },
        async close() {
            served.kill();
            await served.exited;
        },
    };
    function receive(chunk) {
        try {
            buffer.append(chunk);
        }
        catch (error) {
            fail(error);
            served.kill();
            return;
        }
        for (;;) {
            try {
                const message = buffer.readMessage();
                if (message === null)
                    return;
                transport.onmessage?.(message);
            }
            catch (error) {
                // A line that is no message is passed by; the next may be one.
                fail(error);
            }
        }
    }
    function fail(error) {
        transport.onerror?.(error instanceof Error ? error : new Error(String(error)));
    }
    return transport;
}

;// CONCATENATED MODULE: ./lib/agent/mcp/connection.js
/** One MCP server by the official client: a process in the sandbox, or an address. */



/** Nothing is offered to servers: they cannot ask the model or people, and see no roots. */
const US = { name: "nightshift", version: "1" };
const CLOSE_MS = 2_000;
function connectServer(server, ports) {
    const timeout = server.timeout_seconds * 1_000;
    let live;
    let closed = false;
    async function start() {
        const transport = await transportOf(server, ports);
        const client = new dist/* Client */.Kj(US, { capabilities: {} });
        client.onclose = () => {
            live = undefined;
        };
        try {
            await client.connect(transport, { timeout });
            return client;
        }
        catch (error) {
            await transport.close().catch(() => undefined);
            throw error;
        }
    }
    /** A server that died is started again by the next call. */
    function client() {
        if (closed)
            throw new Error("the run is over");
        live ??= withDeadline(start(), timeout).catch((error) => {
            live = undefined;
            throw error;
        });
        return live;
    }
    return {
        async tools() {
            const { tools } = await (await client()).listTools(undefined, { timeout });
            return tools.map(({ name, description = "", inputSchema, annotations }) => ({
                name,
                description,
                schema: inputSchema,
                saysReadOnly: annotations?.readOnlyHint === true,
            }));
        },
        async call(tool, input, signal) {
            const connected = await client();
            return outputOf(await connected.callTool({ name: tool, arguments: input }, { timeout, signal }));
        },
        async close() {
            closed = true;
            const open = await live?.catch(() => undefined);
            if (open)
                await withDeadline(open.close(), CLOSE_MS).catch(() => undefined);
        },
    };
}
async function transportOf(server, { sandbox, fetch }) {
    if ("command" in server)
        return openStdioTransport(await sandbox.serve([server.command, ...server.args], server.env));
    return new dist/* StreamableHTTPClientTransport */.jS(new URL(server.url), {
        fetch,
        // The host that the maintainer named, and no other.
        requestInit: { redirect: "error" },
    });
}
function outputOf({ content, structuredContent, isError }) {
    const texts = content.map((block) => {
        if (block.type === "text")
            return block.text;
        if (block.type === "resource" && "text" in block.resource)
            return block.resource.text;
        return `[${block.type}]`;
    });
    if (texts.length === 0 && structuredContent !== undefined)
        texts.push(JSON.stringify(structuredContent));
    return { text: (0,external_node_util_.stripVTControlCharacters)(texts.join("\n")) || "(nothing)", isError: isError === true };
}
async function withDeadline(work, ms) {
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`nothing came for ${ms / 1_000} s`)), ms);
    });
    return Promise.race([work, late]).finally(() => clearTimeout(timer));
}


/***/ })

};
