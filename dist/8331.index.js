const id=8331,ids=[8331,345],modules={62720:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{Rq:()=>GATE_CHECK,WG:()=>ACTIONS_APP,aX:()=>ACTIONS_BOT,qu:()=>DEFAULT_LABEL_PREFIX,tF:()=>CONFIG_PATH});const CONFIG_PATH=".github/nightshift.yml",DEFAULT_LABEL_PREFIX="nightshift",ACTIONS_BOT="github-actions[bot]",ACTIONS_APP=15368,GATE_CHECK="nightshift/merge"}),40345:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{k:()=>GitHubRefusal,connectGitHub:()=>connectGitHub,J:()=>unlessRefused});var github=__webpack_require__(92413),errors=__webpack_require__(49285);const BURST=40,PER_MINUTE=60,PER_HOUR=450,HOUR_MS=36e5;function createPace(options){let tokens=BURST,filled=options.now(),written=[];return{take(){if(options.off)return 0;const now=options.now();tokens=Math.min(BURST,tokens+(now-filled)/6e4*PER_MINUTE),filled=now,tokens-=1,written=written.filter(at=>at>now-HOUR_MS);const full=written.at(-PER_HOUR),wait=Math.max(0,-tokens/PER_MINUTE*6e4,full===void 0?0:full+HOUR_MS-now);return written.push(now+wait),wait}}}class GitHubRefusal extends errors.nc{status;constructor(status,message,options){super("GITHUB_REFUSED",message,options),this.status=status}}async function unlessRefused(statuses,ask){try{return await ask()}catch(error){if(error instanceof GitHubRefusal&&statuses.includes(error.status))return;throw error}}const TRIES=4,LONGEST_WAIT=6e4;function connectGitHub(options){const{repository,apiUrl,sleep=defaultSleep,random=Math.random,now=Date.now}=options,[owner="",name=""]=repository.split("/"),octokit=(0,github.Q)(options.token,{baseUrl:apiUrl,...options.fetch?{request:{fetch:options.fetch}}:{}}),pace=createPace({off:isLoopback(apiUrl),now});let sent=0;async function attempt(what,repeat,write,send){for(let tries=1;;tries+=1){const wait=write?pace.take():0;if(wait>LONGEST_WAIT)throw limited(what,wait);wait>0&&await sleep(wait),sent+=1;try{return await send()}catch(error){const failure=classify(what,error,now()),again=failure.retryAfter??(failure.kind==="unreachable"&&repeat==="safe"?backoff(tries,random):void 0);if(again===void 0||tries>=TRIES||again>LONGEST_WAIT)throw failure.error;await sleep(again)}}}return{repository,owner,name,requests:()=>sent,async rest(route,parameters={},repeat){const write=!route.startsWith("GET ");return attempt(route,repeat??(write?"once":"safe"),write,async()=>{const response=await octokit.request(route,{owner,repo:name,...parameters});return{status:response.status,data:response.data,headers:{...response.headers}}})},async graphql(document,variables,repeat){const write=document.startsWith("mutation");return attempt(document.slice(0,document.indexOf("(")),repeat??(write?"once":"safe"),write,()=>octokit.graphql(document,variables))}}}function classify(what,thrown,now){const status=numberIn(thrown,"status"),headers=headersOf(thrown),refusal=status===void 0&&thrown instanceof Error&&thrown.name==="GraphqlResponseError",told=headers["retry-after"]!==void 0||headers["x-ratelimit-remaining"]==="0",worded=/\brate limit/i.test((0,errors.bD)(thrown));if(status===429||status===403&&(told||worded)||refusal&&worded){const retryAfter=waitOf(headers,now);return{kind:"limited",retryAfter,error:limited(what,retryAfter,{cause:thrown})}}return status!==void 0&&status>=400&&status<500?{kind:"refused",retryAfter:void 0,error:new GitHubRefusal(status,`GitHub refused ${what}: ${status} ${(0,errors.bD)(thrown)}`,{cause:thrown})}:refusal?{kind:"refused",retryAfter:void 0,error:new GitHubRefusal(200,`GitHub refused ${what}: ${(0,errors.bD)(thrown)}`,{cause:thrown})}:{kind:"unreachable",retryAfter:void 0,error:new errors.nc("GITHUB_UNREACHABLE",`GitHub did not answer ${what}: ${(0,errors.bD)(thrown)}`,{cause:thrown})}}const limited=(what,wait,options)=>new errors.nc("GITHUB_RATE_LIMITED",`GitHub limits our requests (${what}); it asks to wait ${spanText(wait)}. The next sweep goes on.`,options);function waitOf(headers,now){const after=Number(headers["retry-after"]);if(Number.isFinite(after)&&after>=0)return after*1e3;const reset=Number(headers["x-ratelimit-reset"]);return headers["x-ratelimit-remaining"]==="0"&&Number.isFinite(reset)?Math.max(0,reset*1e3-now):LONGEST_WAIT}function spanText(milliseconds){const seconds=Math.ceil(milliseconds/1e3);return seconds<120?`${seconds} s`:`${Math.ceil(seconds/60)} min`}function numberIn(thrown,key){if(typeof thrown!="object"||thrown===null||!(key in thrown))return;const value=thrown[key];return typeof value=="number"?value:void 0}function headersOf(thrown){if(typeof thrown!="object"||thrown===null)return{};const carriers=["response"in thrown?thrown.response:void 0,thrown];for(const carrier of carriers)if(!(typeof carrier!="object"||carrier===null||!("headers"in carrier))&&typeof carrier.headers=="object"&&carrier.headers!==null)return{...carrier.headers};return{}}function backoff(tries,random){return 500*2**(tries-1)*(.5+random()/2)}function isLoopback(url){return/^https?:\/\/(127\.|localhost|\[::1\])/.test(url)}function defaultSleep(milliseconds){return new Promise(resolve=>setTimeout(resolve,milliseconds))}}),68331:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{l:()=>observe});var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(53053),_domain_names_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(62720),_wide_question_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(25825);const SENT="undici:client:sendHeaders";async function observe(github,options){const prefix=options.labelPrefix??_domain_names_js__WEBPACK_IMPORTED_MODULE_2__.qu,question=(0,_wide_question_js__WEBPACK_IMPORTED_MODULE_1__.B)(github,prefix,(0,_wide_question_js__WEBPACK_IMPORTED_MODULE_1__.$)(options)),understanding=onceSent(question).then(()=>Promise.all([__webpack_require__.e(8815),__webpack_require__.e(8343),__webpack_require__.e(9534),__webpack_require__.e(7364),__webpack_require__.e(1032),__webpack_require__.e(9023),__webpack_require__.e(532)]).then(__webpack_require__.bind(__webpack_require__,98837))),[answer,{understand}]=await Promise.all([question,understanding]);return understand(github,options,{prefix,answer})}async function onceSent(question){let stop=()=>{};const sent=new Promise(resolve=>{const listen=()=>resolve();(0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__.subscribe)(SENT,listen),stop=()=>(0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__.unsubscribe)(SENT,listen)}),settled=question.then(()=>{},()=>{});await Promise.race([sent,settled]),stop()}}),13519:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{Jd:()=>DELETE_REVIEW,Wu:()=>submitWithAnswers,_L:()=>THREADS,__:()=>resolveThreads,a2:()=>REACT,cE:()=>changeLabels,d3:()=>OBSERVE,g2:()=>OPEN_PULLS,h6:()=>submitReview,mR:()=>OPEN_REVIEW,ud:()=>PENDING_REVIEWS});var _domain_names_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(62720);const ACTOR="{ __typename login }",COMMENT=`{ id databaseId body createdAt lastEditedAt author ${ACTOR} editor ${ACTOR} reactionGroups { viewerHasReacted } }`,STATUS=`status { contexts { context state description targetUrl createdAt creator ${ACTOR} } }`,PULL=`fragment Pull on PullRequest {
  number id title body state isDraft isCrossRepository mergeable lastEditedAt
  author ${ACTOR} editor ${ACTOR}
  headRefName headRefOid baseRefName
  baseRef { target { oid } }
  mergeCommit { oid message ${STATUS} parents(first: 1) { nodes { oid ${STATUS} } } }
  labels(first: 30) { nodes { name } }
  files(first: 100) { pageInfo { hasNextPage } nodes { path additions deletions changeType } }
  commits(last: 20) {
    nodes { commit { oid author { email user { login } }
      ${STATUS} } }
  }
  reviews(last: 40) { nodes { state body submittedAt lastEditedAt commit { oid } author ${ACTOR} editor ${ACTOR} } }
  comments(last: 40) { nodes ${COMMENT} }
}`,GATE=`fragment Gate on PullRequest {
  reviewDecision mergeStateStatus
  base: baseRef { refUpdateRule {
    requiredApprovingReviewCount requiredStatusCheckContexts requiresCodeOwnerReviews
    requiresConversationResolution requiresLinearHistory requiresSignatures
  } }
  reviewThreads(first: 100) { pageInfo { hasNextPage } nodes { isResolved } }
  tip: commits(last: 1) { nodes { commit {
    author { user { login } }
    signature { isValid }
    statusCheckRollup { contexts(first: 100) { pageInfo { hasNextPage } nodes { __typename
      ... on CheckRun { databaseId name status conclusion checkSuite { id app { databaseId } } } } } }
    checkSuites(first: 3, filterBy: { appId: ${_domain_names_js__WEBPACK_IMPORTED_MODULE_0__.WG}, checkName: "${_domain_names_js__WEBPACK_IMPORTED_MODULE_0__.Rq}" }) { nodes {
      checkRuns(first: 20, filterBy: { checkName: "${_domain_names_js__WEBPACK_IMPORTED_MODULE_0__.Rq}" }) { nodes { databaseId status conclusion title summary } } } }
  } } }
}`,threadPage=after=>`reviewThreads(first: 100${after}) {
        pageInfo { hasNextPage endCursor }
        nodes { id isResolved isOutdated path line originalLine resolvedBy { login }
          comments(first: 30) { nodes { body createdAt lastEditedAt author ${ACTOR} editor ${ACTOR} } } }
      }`,OBSERVE=`query Observe($owner: String!, $name: String!, $label: [String!], $prefix: String!, $config: String!, $issue: Int!, $named: Boolean!, $pull: Int!, $watched: Boolean!) {
  repository(owner: $owner, name: $name) {
    isPrivate
    defaultBranchRef { name target { oid } }
    config: object(expression: $config) { ... on Blob { text } }
    merged: pullRequests(states: [MERGED], first: 30, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { ...Pull } }
    codeOwners: object(expression: "HEAD:.github/CODEOWNERS") { ... on Blob { text } }
    codeOwnersAbove: object(expression: "HEAD:CODEOWNERS") { ... on Blob { text } }
    codeOwnersInDocs: object(expression: "HEAD:docs/CODEOWNERS") { ... on Blob { text } }
    open: pullRequests(states: [OPEN], first: 50, orderBy: { field: CREATED_AT, direction: ASC }) { pageInfo { hasNextPage endCursor } nodes { ...Pull ...Gate } }
    closed: pullRequests(states: [CLOSED], first: 10, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { ...Pull } }
    issues(labels: $label, states: [OPEN], first: 20, orderBy: { field: CREATED_AT, direction: ASC }) { nodes { ...Requirement } }
    closedIssues: issues(labels: $label, states: [CLOSED], first: 5, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { ...Requirement } }
    namedIssue: issue(number: $issue) @include(if: $named) { ...Requirement }
    watchedPull: pullRequest(number: $pull) @include(if: $watched) { number ${threadPage("")} }
    labels(first: 40, query: $prefix) { nodes { id name } }
  }
}
fragment Requirement on Issue {
  number id title body state createdAt lastEditedAt
  author ${ACTOR} editor ${ACTOR}
  labels(first: 50) { nodes { name } }
  comments(last: 60) { nodes ${COMMENT} }
  timelineItems(last: 100, itemTypes: [LABELED_EVENT, RENAMED_TITLE_EVENT]) {
    nodes {
      __typename
      ... on LabeledEvent { createdAt actor ${ACTOR} label { name } }
      ... on RenamedTitleEvent { createdAt actor ${ACTOR} }
    }
  }
  subIssues(first: 25) {
    nodes { number id title body state labels(first: 30) { nodes { name } } comments(last: 20) { nodes ${COMMENT} } }
  }
}
${PULL}
${GATE}`,OPEN_PULLS=`query OpenPulls($owner: String!, $name: String!, $after: String!) {
  repository(owner: $owner, name: $name) {
    open: pullRequests(states: [OPEN], first: 50, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) { pageInfo { hasNextPage endCursor } nodes { ...Pull ...Gate } }
  }
}
${PULL}
${GATE}`,THREADS=`query Threads($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      ${threadPage(", after: $after")}
    }
  }
}`,REACT=`mutation React($subject: ID!, $content: ReactionContent!) {
  addReaction(input: { subjectId: $subject, content: $content }) { reaction { content } }
}`,OPEN_REVIEW=`mutation OpenReview($pull: ID!, $head: GitObjectID!, $body: String, $threads: [DraftPullRequestReviewThread]) {
  addPullRequestReview(input: { pullRequestId: $pull, commitOID: $head, body: $body, threads: $threads }) { pullRequestReview { id } }
}`,PENDING_REVIEWS=`query PendingReviews($pull: ID!) {
  node(id: $pull) { ... on PullRequest { reviews(states: [PENDING], first: 10) { nodes { id viewerDidAuthor } } } }
}`,DELETE_REVIEW=`mutation DeleteReview($review: ID!) {
  deletePullRequestReview(input: { pullRequestReviewId: $review }) { pullRequestReview { id } }
}`;function submitWithAnswers(count){const each=Array.from({length:count},(_,at)=>at),variables=each.map(at=>`, $thread${at}: ID!, $body${at}: String!`).join(""),answers=each.map(at=>`answer${at}: addPullRequestReviewThreadReply(input: { pullRequestReviewId: $review, pullRequestReviewThreadId: $thread${at}, body: $body${at} }) { comment { id } }`);return`mutation Submit($review: ID!${variables}) {
  ${answers.join(`
  `)}
  submitPullRequestReview(input: { pullRequestReviewId: $review, event: COMMENT }) { pullRequestReview { id databaseId } }
}`}function submitReview(answers,files,over){const each=(count,make)=>Array.from({length:count},(_,at)=>make(at)),variables=[...each(answers,at=>`, $thread${at}: ID!, $body${at}: String!`),...each(files,at=>`, $path${at}: String!, $text${at}: String!`),...each(over,at=>`, $over${at}: ID!`)].join(""),parts=[...each(answers,at=>`answer${at}: addPullRequestReviewThreadReply(input: { pullRequestReviewId: $review, pullRequestReviewThreadId: $thread${at}, body: $body${at} }) { comment { id } }`),...each(files,at=>`file${at}: addPullRequestReviewThread(input: { pullRequestReviewId: $review, path: $path${at}, body: $text${at}, subjectType: FILE }) { thread { id } }`),"submitPullRequestReview(input: { pullRequestReviewId: $review, event: $event }) { pullRequestReview { id databaseId } }",...each(over,at=>`resolve${at}: resolveReviewThread(input: { threadId: $over${at} }) { thread { isResolved } }`)];return`mutation SubmitReview($review: ID!, $event: PullRequestReviewEvent!${variables}) {
  ${parts.join(`
  `)}
}`}function changeLabels(changes){const variables=changes.flatMap(({adds,removes},at)=>[`$target${at}: ID!`,...adds?[`$add${at}: [ID!]!`]:[],...removes?[`$remove${at}: [ID!]!`]:[]]),fields=changes.flatMap(({adds,removes},at)=>[...adds?[`add${at}: addLabelsToLabelable(input: { labelableId: $target${at}, labelIds: $add${at} }) { clientMutationId }`]:[],...removes?[`remove${at}: removeLabelsFromLabelable(input: { labelableId: $target${at}, labelIds: $remove${at} }) { clientMutationId }`]:[]]);return`mutation Labels(${variables.join(", ")}) {
  ${fields.join(`
  `)}
}`}function resolveThreads(count){const each=Array.from({length:count},(_,at)=>at);return`mutation Resolve(${each.map(at=>`$thread${at}: ID!`).join(", ")}) {
  ${each.map(at=>`resolve${at}: resolveReviewThread(input: { threadId: $thread${at} }) { thread { isResolved } }`).join(`
  `)}
}`}}),25825:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{$:()=>namedIn,B:()=>askWide});var _domain_names_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(62720),_client_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(40345),_queries_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(13519);function namedIn({issue,threadsOf}){return{issue,pull:threadsOf?.[0]}}async function askWide(github,prefix,named){try{return await askOnce(github,prefix,named)}catch(error){if((named.issue??named.pull)===void 0||!(error instanceof _client_js__WEBPACK_IMPORTED_MODULE_0__.k))throw error;return askOnce(github,prefix,{issue:void 0,pull:void 0})}}function askOnce(github,prefix,{issue,pull}){return github.graphql(_queries_js__WEBPACK_IMPORTED_MODULE_1__.d3,{owner:github.owner,name:github.name,label:[prefix],prefix,config:`HEAD:${_domain_names_js__WEBPACK_IMPORTED_MODULE_2__.tF}`,issue:issue??0,named:issue!==void 0,pull:pull??0,watched:pull!==void 0})}})};export{id,ids,modules};
