// Every expected failure of the product: its code, HTTP status and words in both languages. Anything else is a bug.

interface ErrorLine {
  readonly status: number;
  readonly exitCode: 1 | 2;
  readonly retriable: boolean;
  readonly en: string;
  readonly zh: string;
  readonly hint: { readonly en: string; readonly zh: string };
}
const line = (status: number, en: string, zh: string, hintEn: string, hintZh: string, more: Partial<ErrorLine> = {}): ErrorLine => ({
  status,
  exitCode: 1,
  retriable: false,
  en,
  zh,
  hint: { en: hintEn, zh: hintZh },
  ...more,
});

export const ERRORS = {
  bad_request: line(
    400,
    'The request is not valid',
    '请求无效',
    'Check the parameters against /api/openapi.json',
    '请对照 /api/openapi.json 检查参数',
    { exitCode: 2 },
  ),
  bad_cursor: line(
    400,
    'The cursor does not belong to this list',
    '游标不属于此列表',
    'Start again without a cursor',
    '请去掉游标重新开始',
  ),
  syntax: line(400, 'The query has a syntax error', '查询语法错误', 'See line and column', '请查看行与列', { exitCode: 2 }),
  missing_parameter: line(
    400,
    'The query needs a parameter that was not given',
    '查询缺少参数',
    'Pass it with --param name=value',
    '请用 --param 名=值 传入',
    { exitCode: 2 },
  ),
  unauthorized: line(401, 'A token is needed', '需要令牌', 'Send Authorization: Bearer TOKEN', '请发送 Authorization: Bearer TOKEN'),
  forbidden_origin: line(
    403,
    'Requests from this host or origin are refused',
    '拒绝来自此主机或来源的请求',
    'Open the address that the server printed',
    '请打开服务器打印的地址',
  ),
  write_refused: line(
    403,
    'Only reading is allowed here',
    '此处只允许读取',
    'Use ingest, retract or overrides to change the graph',
    '请用 ingest、retract 或 overrides 修改图',
  ),
  not_found: line(404, 'Nothing has this id', '没有此 id', 'Look it up with /api/search', '请用 /api/search 查找'),
  method_not_allowed: line(
    405,
    'This address does not take this method',
    '此地址不支持该方法',
    'See the Allow header, or /api/openapi.json',
    '请查看 Allow 标头或 /api/openapi.json',
  ),
  timeout: line(
    408,
    'The query took too long and was stopped',
    '查询超时，已停止',
    'Narrow it down, or raise the timeout (at most 30 s)',
    '请缩小范围，或提高超时（至多 30 秒）',
  ),
  too_large: line(413, 'The input is too large', '输入过大', 'Split it into smaller parts', '请拆分后再试'),
  rate_limited: line(429, 'Too many requests', '请求过多', 'Wait a moment', '请稍候', { retriable: true }),
  store_unavailable: line(
    503,
    'The graph store cannot be reached',
    '无法连接图数据库',
    'Run `paperloom doctor`',
    '请运行 `paperloom doctor`',
    { retriable: true },
  ),
  starting: line(503, 'The server is starting', '服务器正在启动', 'Ask again in a second', '请一秒后再试', { retriable: true }),
  store_locked: line(
    503,
    'Another process has the data folder open',
    '数据目录正被另一进程使用',
    'Stop the other process, or use another --data-dir',
    '请停止另一进程，或使用另一个 --data-dir',
    { retriable: true },
  ),
  store_binary_missing: line(
    503,
    'The embedded store has no binary for this platform',
    '内嵌图数据库没有适用于此平台的二进制',
    'Set PAPERLOOM_STORE to a bolt:// address of a Neo4j server',
    '请将 PAPERLOOM_STORE 设为 Neo4j 服务器的 bolt:// 地址',
  ),
  store_auth: line(
    503,
    'The graph store refused user or password',
    '图数据库拒绝了用户名或密码',
    'Check PAPERLOOM_NEO4J_USER and PAPERLOOM_NEO4J_PASSWORD',
    '请检查 PAPERLOOM_NEO4J_USER 与 PAPERLOOM_NEO4J_PASSWORD',
  ),
  store_database_missing: line(
    503,
    'The graph store has no such database',
    '图数据库中没有此数据库',
    'Check PAPERLOOM_NEO4J_DATABASE',
    '请检查 PAPERLOOM_NEO4J_DATABASE',
  ),
  store_too_old: line(503, 'The graph store is too old', '图数据库版本过旧', 'Neo4j 5.13 or newer is needed', '需要 Neo4j 5.13 或更新版本'),
  store_newer_schema: line(
    503,
    'The graph was written by a newer Paperloom',
    '图由更新版本的 Paperloom 写入',
    'Update Paperloom',
    '请更新 Paperloom',
  ),
  store_conflict: line(503, 'Two writers met', '两个写入者冲突', 'Try again', '请重试', { retriable: true }),
  fetch_failed: line(
    502,
    'A download failed',
    '下载失败',
    'Check the connection and run it again: what was downloaded is kept',
    '请检查网络后重试：已下载的内容会保留',
    { retriable: true },
  ),
  ledger_corrupt: line(
    500,
    'The ledger has a damaged line',
    '账本有损坏的行',
    'Restore that file from a backup; the message names the line',
    '请从备份恢复该文件；消息中有行号',
  ),
  folder_read_only: line(
    500,
    'The data folder cannot be written',
    '数据目录不可写',
    'Choose another with --data-dir or PAPERLOOM_DATA_DIR',
    '请用 --data-dir 或 PAPERLOOM_DATA_DIR 另选',
  ),
  port_in_use: line(
    500,
    'The port is taken',
    '端口被占用',
    'Choose another with --port or PAPERLOOM_PORT',
    '请用 --port 或 PAPERLOOM_PORT 另选',
  ),
  token_needed: line(
    500,
    'A host that is not loopback needs a token',
    '非回环主机需要令牌',
    'Set PAPERLOOM_TOKEN',
    '请设置 PAPERLOOM_TOKEN',
    { exitCode: 2 },
  ),
  bad_setting: line(
    500,
    'A setting has a value that cannot be used',
    '某项设置的值无效',
    'See `paperloom serve --help`',
    '参见 `paperloom serve --help`',
    { exitCode: 2 },
  ),
  not_built: line(500, 'A part of the program has not been built', '程序的一部分尚未构建', 'Run `npm run build`', '请运行 `npm run build`'),
  not_readable: line(500, 'A file cannot be read', '文件无法读取', 'Check the path and its permissions', '请检查路径与权限', {
    exitCode: 2,
  }),
} as const satisfies Record<string, ErrorLine>;
export type ErrorCode = keyof typeof ERRORS;

/** An expected failure. `detail` says what exactly in this case; it never holds secrets. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;

  constructor(code: ErrorCode, detail?: string, options: { cause?: unknown; line?: number; column?: number } = {}) {
    super(detail ? `${ERRORS[code].en}: ${detail}` : ERRORS[code].en, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.detail = detail;
    this.line = options.line;
    this.column = options.column;
  }

  get retriable(): boolean {
    return ERRORS[this.code].retriable;
  }
}
