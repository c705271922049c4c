// Brings the browser packages listed in vendor.json into a folder, and compresses them once for all visitors.
// Usage: node vendor.mjs OUTPUT_FOLDER
// Says nothing on success. Problems go to standard error in the form that MSBuild reads as an error.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gunzipSync, gzip } from 'node:zlib';

class Problem extends Error {}

const here = dirname(fileURLToPath(import.meta.url));

function pack({ name, version }, folder) {
  const windows = process.platform === 'win32';
  try {
    execFileSync(
      windows ? 'npm.cmd' : 'npm',
      ['pack', `${name}@${version}`, '--loglevel=error', '--ignore-scripts', '--prefer-offline'],
      { cwd: folder, shell: windows, stdio: ['ignore', 'ignore', 'pipe'], timeout: 180_000 },
    );
  } catch (error) {
    const why = error.code === 'ENOENT' ? 'npm was not found' : `${error.stderr ?? error.message}`.trim().split('\n').slice(0, 3).join(' ');
    throw new Problem(`cannot fetch ${name}@${version}: ${why}. Node.js 20 or newer with npm is needed, and the network for the first build.`);
  }
  return readFileSync(join(folder, `${name}-${version}.tgz`));
}

function verify({ name, version, sha512 }, bytes) {
  const found = createHash('sha512').update(bytes).digest('hex');
  if (found !== sha512) {
    throw new Problem(`${name}@${version} is not the file that was checked: SHA-512 is ${found}, build/vendor.json expects ${sha512}. Nothing of it was used.`);
  }
}

/** The regular files of a tar archive: 512-byte headers, name at 0, size in octal at 124, type at 156. */
function* tarFiles(tar) {
  const text = (at, length) => tar.toString('utf8', at, at + length).replace(/\0[^]*$/, '');
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const size = parseInt(text(at + 124, 12), 8);
    const prefix = text(at + 345, 155);
    const path = prefix ? `${prefix}/${text(at, 100)}` : text(at, 100);
    yield [path, tar.subarray(at + 512, at + 512 + size)];
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

/** The typeface and the crest are for gov.uk alone (https://design-system.service.gov.uk/styles/typeface/). */
function withoutGovUkIdentity(css) {
  const plain = css
    .replace(/@font-face\{[^}]*\}/g, '')
    .replace(/[a-z-]+:url\(\/assets\/[^)]*\);?/g, '')
    .replaceAll('GDS Transport,arial,sans-serif', 'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif')
    .replace(/\n\/\*# sourceMappingURL[^]*$/, '\n');
  if (/GDS Transport|\/assets\//.test(plain)) throw new Problem('govuk-frontend still names a gov.uk typeface or picture: adapt build/vendor.mjs to this version.');
  return `/*! govuk-frontend, MIT licence, (c) Crown copyright (Government Digital Service); typeface and pictures of gov.uk taken out */\n${plain}`;
}

async function write(folder, name, bytes) {
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    promisify(gzip)(bytes, { level: 9 }),
  ]);
  writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, `${name}.br`), br);
  writeFileSync(join(folder, `${name}.gz`), gz);
}

async function bring(wanted, fresh, scratch) {
  const archive = pack(wanted, scratch);
  verify(wanted, archive);
  const files = new Map(tarFiles(gunzipSync(archive)));
  for (const [path, name] of Object.entries(wanted.files)) {
    const bytes = files.get(path);
    if (!bytes) throw new Problem(`${wanted.name}@${wanted.version} holds no ${path}.`);
    await write(fresh, name, name.endsWith('.css') ? Buffer.from(withoutGovUkIdentity(bytes.toString('utf8'))) : bytes);
  }
}

const output = process.argv[2];
const scratch = mkdtempSync(join(tmpdir(), 'vendor-'));
try {
  const fresh = join(scratch, 'fresh');
  mkdirSync(fresh);
  await Promise.all(JSON.parse(readFileSync(join(here, 'vendor.json'), 'utf8')).map(wanted => bring(wanted, fresh, scratch)));
  mkdirSync(output, { recursive: true });
  // Each file is moved into place whole, so that two builds at once, or one cut short, leave no half file behind.
  for (const name of readdirSync(fresh)) {
    const part = join(output, `.${process.pid}.part`);
    writeFileSync(part, readFileSync(join(fresh, name)));
    renameSync(part, join(output, name));
  }
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.error(`build/vendor.mjs : error VENDOR: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
