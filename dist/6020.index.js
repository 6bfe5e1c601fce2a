export const id = 6020;
export const ids = [6020];
export const modules = {

/***/ 46020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ EGRESS_VARIABLES),
/* harmony export */   runBridged: () => (/* binding */ runBridged)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37067);
/* harmony import */ var node_http2__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32467);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77030);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48161);
/**
 * The sandbox's end of the way out: a program that listens on the loopback of its own network namespace as an ordinary HTTP
 * proxy, hands every CONNECT on over the socket that it was started with, and runs one command beside it. It decides
 * nothing. It imports only Node, so that it starts in any sandbox.
 */





/** Names that a bridged command finds in its environment besides the sandbox's own. */
const EGRESS_VARIABLES = [
    ...["HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy", "NO_PROXY", "no_proxy"],
    ...["YARN_HTTP_PROXY", "YARN_HTTPS_PROXY", "NODE_USE_ENV_PROXY", "JAVA_TOOL_OPTIONS"],
];
const REFUSAL_CHARS = 500;
/**
 * Runs `<place> -- <program> <arguments…>`: place is the number of an inherited descriptor or the path of a unix socket.
 * Resolves to the exit code of the program, 128 + number for a signal.
 */
async function runBridged(args) {
    const [place = "", dashes, program, ...rest] = args;
    if (dashes !== "--" || program === undefined)
        throw new Error("usage: sandbox-egress <socket> -- <program> …");
    const channel = /^\d+$/.test(place) ? new node_net__WEBPACK_IMPORTED_MODULE_3__.Socket({ fd: Number(place) }) : (0,node_net__WEBPACK_IMPORTED_MODULE_3__.connect)(place);
    const session = (0,node_http2__WEBPACK_IMPORTED_MODULE_2__.connect)("http://egress.invalid", { createConnection: () => channel });
    session.on("error", () => undefined);
    const port = await listen(session);
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, rest, { stdio: "inherit", env: { ...process.env, ...proxyVariables(port) } });
    return new Promise((resolve, reject) => {
        child.once("error", reject);
        child.once("exit", (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : node_os__WEBPACK_IMPORTED_MODULE_4__.constants.signals[signal])));
    });
}
function proxyVariables(port) {
    const proxy = `http://127.0.0.1:${port}`;
    const local = "localhost,127.0.0.1,::1";
    return {
        HTTP_PROXY: proxy,
        HTTPS_PROXY: proxy,
        http_proxy: proxy,
        https_proxy: proxy,
        NO_PROXY: local,
        no_proxy: local,
        YARN_HTTP_PROXY: proxy,
        YARN_HTTPS_PROXY: proxy,
        NODE_USE_ENV_PROXY: "1",
        JAVA_TOOL_OPTIONS: `-Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=${port} -Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=${port}`,
    };
}
/** The proxy on loopback; it ends with the process. */
function listen(session) {
    const server = (0,node_http__WEBPACK_IMPORTED_MODULE_1__.createServer)((_request, response) => {
        response.writeHead(405, { connection: "close" });
        response.end("Only HTTPS leaves the sandbox.\n");
    });
    server.on("connect", (request, socket, head) => {
        socket.on("error", () => socket.destroy());
        forward(session, request.url ?? "", socket, head);
    });
    return new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(0, "127.0.0.1", () => {
            const address = server.address();
            resolve(typeof address === "object" && address !== null ? address.port : 0);
        });
    });
}
function forward(session, authority, socket, head) {
    if (session.closed || session.destroyed) {
        refuse(socket, 502, "the way out is closed");
        return;
    }
    const stream = session.request({ ":method": "CONNECT", ":authority": authority });
    stream.on("error", () => socket.destroy());
    socket.once("close", () => stream.close());
    stream.once("response", (headers) => {
        const status = Number(headers[":status"]);
        if (status !== 200) {
            let why = "";
            stream.setEncoding("utf8");
            stream.on("data", (text) => {
                why = (why + text).slice(0, REFUSAL_CHARS);
            });
            stream.once("end", () => refuse(socket, status, why));
            return;
        }
        socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
        if (head.length > 0)
            stream.write(head);
        socket.pipe(stream);
        stream.pipe(socket);
    });
}
function refuse(socket, status, why) {
    const text = `${why}\n`;
    socket.end(`HTTP/1.1 ${status} Refused by the sandbox\r\ncontent-type: text/plain\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`);
}


/***/ })

};
