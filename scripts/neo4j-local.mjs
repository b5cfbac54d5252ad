// A real Neo4j Community server from Maven Central, for tests and for trying out: no Docker needed, only Java 17 and, the first time, Maven.
//   node scripts/neo4j-local.mjs provision | start | stop | status  [--home DIR] [--port N] [--password P]
// `start` prints one line of JSON {uri, port, pid, home, version, auth}. Exit codes: 0 good, 1 failed, 2 wrong usage, 3 cannot run here.
// The server is GPL-3.0; it runs as a process of its own and is no part of Paperloom. Cache: PAPERLOOM_CACHE, else ~/.cache/paperloom.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Pinned: a version range makes Maven read the tree of every version, for minutes. */
export const VERSION = '5.26.30';
const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1';
const OLDEST_JAVA = 17;
const FEWEST_JARS = 200;
const CACHE = path.join(process.env.PAPERLOOM_CACHE ?? path.join(os.homedir(), '.cache', 'paperloom'), `neo4j-${VERSION}`);
const LIB = path.join(CACHE, 'lib');

/** Something this machine lacks: the message says what and how to get it. */
export class CannotRunHere extends Error {}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const readText = (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '');

function findJava() {
  const candidates = [process.env.JAVA_HOME && path.join(process.env.JAVA_HOME, 'bin', 'java'), 'java'];
  if (fs.existsSync('/usr/lib/jvm'))
    for (const name of fs.readdirSync('/usr/lib/jvm')) candidates.push(path.join('/usr/lib/jvm', name, 'bin', 'java'));
  for (const binary of candidates.filter(Boolean)) {
    const { stderr } = spawnSync(binary, ['-version'], { encoding: 'utf8' });
    if (Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0) >= OLDEST_JAVA) return binary;
  }
  throw new CannotRunHere(
    `Neo4j needs Java ${OLDEST_JAVA} or newer, and none was found (JAVA_HOME, PATH, /usr/lib/jvm). On Debian: apt-get install openjdk-17-jre-headless`,
  );
}

function isComplete() {
  if (!fs.existsSync(path.join(LIB, `neo4j-${VERSION}.jar`))) return false;
  return fs.readdirSync(LIB).filter((file) => file.endsWith('.jar')).length >= FEWEST_JARS;
}

/** Downloads the server's jars once, 128 MB. They are gathered aside and renamed, so that an interrupted run leaves no half folder. */
export function provision() {
  if (isComplete()) return LIB;
  if (spawnSync('mvn', ['-v']).status !== 0) {
    throw new CannotRunHere(
      `No Neo4j is cached in ${CACHE}, and Maven, which would fetch it, is not on the PATH. On Debian: apt-get install maven`,
    );
  }
  fs.mkdirSync(CACHE, { recursive: true });
  const aside = fs.mkdtempSync(path.join(CACHE, 'get-'));
  try {
    fs.writeFileSync(
      path.join(aside, 'pom.xml'),
      `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>local</groupId><artifactId>neo4j-run</artifactId><version>1</version><packaging>pom</packaging>
<dependencies><dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>${VERSION}</version></dependency></dependencies></project>\n`,
    );
    const run = spawnSync('mvn', ['-B', '-ntp', '-q', `${PLUGIN}:copy-dependencies`, '-DoutputDirectory=lib', '-DincludeScope=runtime'], {
      cwd: aside,
      encoding: 'utf8',
      timeout: 10 * 60_000,
    });
    if (run.status !== 0)
      throw new Error(`Maven could not fetch Neo4j: ${`${run.error?.message ?? ''}${run.stdout}${run.stderr}`.slice(0, 800)}`);
    if (!isComplete()) {
      fs.rmSync(LIB, { recursive: true, force: true });
      try {
        fs.renameSync(path.join(aside, 'lib'), LIB);
      } catch (error) {
        // Another run was faster: its folder is as good.
        if (!isComplete()) throw error;
      }
    }
  } finally {
    fs.rmSync(aside, { recursive: true, force: true });
  }
  if (!isComplete()) throw new Error(`Maven ended well, but the server's jars are not all in ${LIB}`);
  return LIB;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** A Bolt handshake: another program on the port is not taken for the server. */
function speaksBolt(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2_000, () => end(false));
    socket.on('error', () => end(false));
    socket.on('close', () => resolve(false));
    socket.on('connect', () => socket.write(Buffer.from('6060b01700000404000000040000000300000000', 'hex')));
    socket.on('data', (bytes) => end(bytes.length === 4 && bytes[3] > 0 && bytes[3] < 6));
  });
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The server of this home, or null. State files outlive processes: the pid must still be ours. */
export function current(home) {
  const state = readText(path.join(home, 'state.json'));
  if (state === '') return null;
  const server = JSON.parse(state);
  if (!isRunning(server.pid)) return null;
  const commandLine = readText(`/proc/${server.pid}/cmdline`);
  return commandLine === '' || commandLine.includes(home) ? server : null;
}

function configuration(port, hasPassword) {
  return [
    'server.default_listen_address=127.0.0.1',
    `server.bolt.listen_address=127.0.0.1:${port}`,
    'server.bolt.enabled=true',
    'server.http.enabled=false',
    'server.https.enabled=false',
    `dbms.security.auth_enabled=${hasPassword}`,
    'dbms.usage_report.enabled=false', // otherwise it reports home
    'server.directories.import=import', // unset, LOAD CSV reads any file
    'dbms.security.allow_csv_import_from_file_urls=false',
    'internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0',
    'server.memory.pagecache.size=128m',
    'db.memory.transaction.max=256m',
    'db.transaction.timeout=300s',
    'db.tx_log.preallocate=false', // 2 MB instead of 528 MB for an empty store
    'internal.dbms.bolt.netty_server_shutdown_quiet_period=0', // stops in 2 s instead of 12 s
  ].join('\n');
}

const envOf = (home) => ({ ...process.env, NEO4J_HOME: home, NEO4J_CONF: path.join(home, 'conf') });

/** `neo4j-admin ARGS...` on a stopped server's home, which is made when missing. Answers what it printed. */
export function admin({ home, args }) {
  const java = findJava();
  provision();
  for (const folder of ['conf', 'data', 'logs']) fs.mkdirSync(path.join(home, folder), { recursive: true });
  const conf = path.join(home, 'conf', 'neo4j.conf');
  if (!fs.existsSync(conf)) fs.writeFileSync(conf, 'db.tx_log.preallocate=false\n');
  const run = spawnSync(
    java,
    ['-Xmx256m', '-XX:TieredStopAtLevel=1', '-cp', path.join(LIB, '*'), 'org.neo4j.server.startup.Neo4jAdminCommand', ...args],
    { env: envOf(home), encoding: 'utf8' },
  );
  if (run.status !== 0) throw new Error(`neo4j-admin ${args.slice(0, 3).join(' ')}: ${`${run.stderr}${run.stdout}`.slice(-2_000)}`);
  return run.stdout;
}

function whyItEnded(...logs) {
  const lines = logs
    .flatMap((file) => readText(file).split('\n'))
    .filter((line) => /ERROR|Caused by|Exception|Error:|already in use/.test(line));
  return [...new Set(lines)].slice(-6).join('\n').slice(0, 1_500);
}

/**
 * Starts a server, or answers with the one that runs. An empty password switches authentication off; otherwise 8 characters or more.
 * `isShortLived`: for tests, which run every statement a few times only. The JVM's second compiler would take a processor and never pay.
 */
export async function start({ home, port: wanted = 0, password = '', isShortLived = false }) {
  const running = current(home);
  if (running && (await speaksBolt(running.port))) return running;
  const java = findJava();
  provision();
  const port = wanted || (await freePort());
  for (const folder of ['conf', 'data', 'logs', 'import', 'plugins']) fs.mkdirSync(path.join(home, folder), { recursive: true });
  fs.writeFileSync(path.join(home, 'conf', 'neo4j.conf'), `${configuration(port, password !== '')}\n`);
  const classPath = path.join(LIB, '*');
  const env = envOf(home);
  if (password !== '' && !fs.existsSync(path.join(home, 'data', 'databases'))) {
    // Works before the first start only.
    const set = spawnSync(
      java,
      ['-Xmx128m', '-cp', classPath, 'org.neo4j.server.startup.Neo4jAdminCommand', 'dbms', 'set-initial-password', password],
      { env, encoding: 'utf8' },
    );
    if (set.status !== 0) throw new Error(`The password could not be set: ${set.stderr || set.stdout}`);
  }
  const consoleLog = path.join(home, 'logs', 'console.log');
  const userLog = path.join(home, 'logs', 'neo4j.log');
  fs.rmSync(userLog, { force: true });
  const output = fs.openSync(consoleLog, 'w');
  const heap = process.env.PAPERLOOM_NEO4J_HEAP ?? '512m';
  const opens = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`);
  const child = spawn(
    java,
    [
      `-Xms${heap}`,
      `-Xmx${heap}`,
      '-Xss4m',
      '-XX:+UseSerialGC',
      ...(isShortLived ? ['-XX:TieredStopAtLevel=1'] : []),
      '-Dfile.encoding=UTF-8',
      ...opens,
      '-cp',
      classPath,
      'org.neo4j.server.CommunityEntryPoint',
      `--home-dir=${home}`,
      `--config-dir=${path.join(home, 'conf')}`,
    ],
    { detached: true, stdio: ['ignore', output, output], env },
  );
  fs.closeSync(output);
  let spawnError = null;
  child.on('error', (error) => {
    spawnError = error;
  });
  child.unref();
  const server = { uri: `bolt://127.0.0.1:${port}`, port, pid: child.pid, home, version: VERSION, auth: password !== '' };
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; await sleep(100)) {
    if (spawnError || !isRunning(child.pid))
      throw new Error(`Neo4j ended while starting:\n${spawnError?.message ?? whyItEnded(consoleLog, userLog)}`);
    // Its own log line first: something else may own the port.
    if (readText(userLog).includes('Started.') && (await speaksBolt(port))) {
      fs.writeFileSync(path.join(home, 'state.json'), JSON.stringify(server));
      return server;
    }
  }
  process.kill(child.pid, 'SIGKILL');
  throw new Error(`Neo4j did not answer within 120 s:\n${whyItEnded(consoleLog, userLog)}`);
}

/** False when none runs. */
export async function stop({ home }) {
  const server = current(home);
  if (!server) return false;
  process.kill(server.pid, 'SIGTERM');
  for (const deadline = Date.now() + 30_000; Date.now() < deadline && isRunning(server.pid); ) await sleep(50);
  // Safe: what was acknowledged survives kill -9.
  if (isRunning(server.pid)) process.kill(server.pid, 'SIGKILL');
  fs.rmSync(path.join(home, 'state.json'), { force: true });
  return true;
}

async function main([verb, ...rest]) {
  const option = (name, fallback) => {
    const at = rest.indexOf(`--${name}`);
    return at < 0 ? fallback : rest[at + 1];
  };
  const home = path.resolve(option('home', path.join(os.tmpdir(), 'paperloom-neo4j')));
  if (verb === 'provision') console.log(provision());
  else if (verb === 'start')
    console.log(JSON.stringify(await start({ home, port: Number(option('port', 0)), password: option('password', '') })));
  else if (verb === 'stop') console.log((await stop({ home })) ? 'stopped' : 'not running');
  else if (verb === 'status') console.log(JSON.stringify(current(home) ?? { running: false }));
  else {
    console.error('usage: neo4j-local.mjs provision | start | stop | status  [--home DIR] [--port N] [--password P]');
    process.exitCode = 2;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(`neo4j-local: ${error.message}`);
    process.exitCode = error instanceof CannotRunHere ? 3 : 1;
  });
}
