// Judges `recognise --json` by the published English cases of Recognizers-Text, side by side with Microsoft's own JavaScript port where npm can bring it.
//   node benchmarks/recognisers/compare.mjs [--cases FOLDER] [--bot DLL] [--json] [--misses]
// The cases are not part of this repository; they are looked for in ../shared/data/recognizers. Exit 3: nothing to judge by.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const option = (name, otherwise) => process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise;
const folder = option('--cases', resolve(root, '../shared/data/recognizers'));
const bot = option('--bot', join(root, 'src/Bot/bin/Debug/net10.0/CommissioningBot.Bot.dll'));
const suiteVersion = '1.3.1';

if (!existsSync(folder)) { console.error(`No published cases in ${folder}.`); process.exit(3); }
if (!existsSync(bot)) { console.error(`${bot} is not built.`); process.exit(3); }

const files = ['BooleanModel', 'OrdinalModel', 'NumberModel', 'CurrencyModel', 'NumberRangeModel', 'DateParser', 'DateParserBritish', 'DateTimeModelBritish'];
const cases = files.filter(f => existsSync(join(folder, `${f}.json`))).flatMap(file =>
  JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8').replace(/^\uFEFF/, '')).map(c => ({ file, input: c.Input, asOf: c.Context?.ReferenceDateTime ?? '2016-11-07T00:00:00', expected: c.Results })));

const ours = recogniseOurs();
const suite = bringSuite();
const report = files.map(file => {
  const judged = cases.map((c, i) => ({ c, i })).filter(({ c }) => c.file === file).map(({ c, i }) => ({
    input: c.input,
    ours: whyWrong(c, ours[i]),
    theirs: suite && file !== 'NumberRangeModel' ? whyWrong(c, recogniseTheirs(c)) : null,
  }));
  const right = who => judged.filter(j => !j[who]).length;
  return { file, n: judged.length, ours: right('ours'), theirs: suite && file !== 'NumberRangeModel' ? right('theirs') : null, misses: judged.filter(j => j.ours).map(j => ({ input: j.input, why: j.ours })) };
}).filter(r => r.n > 0);

if (process.argv.includes('--json')) console.log(JSON.stringify(report));
else {
  const share = (n, of) => n === null ? '      -' : `${n}/${of}`.padStart(7) + ` ${(100 * n / of).toFixed(1).padStart(5)} %`;
  console.log(`cases                        ours            Recognizers-Text ${suite ? suiteVersion : '(npm could not bring it)'}`);
  for (const r of report) {
    console.log(`${r.file.padEnd(22)} ${share(r.ours, r.n)}   ${share(r.theirs, r.n)}`);
    if (process.argv.includes('--misses')) for (const m of r.misses) console.log(`    ${JSON.stringify(m.input)}\n        ${m.why}`);
  }
}

function recogniseOurs() {
  const input = cases.map(c => JSON.stringify({ text: c.input, asOf: c.asOf })).join('\n') + '\n';
  const run = spawnSync('dotnet', [bot, 'recognise', '--json'], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) { console.error(run.stderr); process.exit(2); }
  return run.stdout.trimEnd().split('\n').map(JSON.parse);
}

function bringSuite() {
  const at = join(here, 'node_modules', '@microsoft', 'recognizers-text-suite');
  try {
    if (!existsSync(at)) {
      mkdirSync(join(here, 'node_modules'), { recursive: true });
      execFileSync('npm', ['install', '--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--silent', '--prefix', here, `@microsoft/recognizers-text-suite@${suiteVersion}`], { stdio: 'ignore' });
    }
    return createRequire(import.meta.url)('@microsoft/recognizers-text-suite');
  } catch {
    return null;
  }
}

function recogniseTheirs({ file, input, asOf }) {
  const read = {
    BooleanModel: () => suite.recognizeBoolean(input, 'en-us'),
    OrdinalModel: () => suite.recognizeOrdinal(input, 'en-us'),
    NumberModel: () => suite.recognizeNumber(input, 'en-us'),
    CurrencyModel: () => suite.recognizeCurrency(input, 'en-us'),
  }[file] ?? (() => suite.recognizeDateTime(input, file.endsWith('British') ? 'en-gb' : 'en-us', 0, new Date(asOf)));
  return read().map(r => ({ type: r.typeName, text: r.text, start: r.start, end: r.end, value: r.resolution?.value, resolution: r.resolution }));
}

// Null if it is right. Text is compared without case, as the published cases are partly in lower case.
function whyWrong({ file, input, expected }, found) {
  if (file === 'BooleanModel') {
    const said = found.filter(f => f.type === 'boolean').map(f => f.value);
    return same(expected.map(e => e.Resolution.value), said) ? null : told(said);
  }
  if (file.startsWith('DateParser')) {
    const days = found.filter(f => f.type === 'datetimeV2.date').map(f => [f.text.toLowerCase(), last(f.resolution.values).value]);
    const wanted = expected.map(e => [e.Text.toLowerCase(), e.Value.FutureResolution.date]);
    const british = wanted.map(([text, date]) => [text, inBritishOrder(text, date)]);
    return same(wanted, days) && (file === 'DateParserBritish' || !couldSwap(expected)) || same(british, days) ? null : told(days);
  }
  if (file === 'DateTimeModelBritish') {
    const told1 = f => [f.type ?? f.TypeName, (f.text ?? f.Text).toLowerCase(), ...(({ value, start, end }) => [value, start, end])(last((f.resolution ?? f.Resolution).values))];
    const got = found.filter(f => f.type.startsWith('datetimeV2')).map(told1);
    return same(expected.map(told1), got) ? null : told(got);
  }
  const type = { OrdinalModel: 'ordinal', NumberModel: 'number', CurrencyModel: 'currency', NumberRangeModel: 'numberrange' }[file];
  const got = found.filter(f => f.type === type).map(f => [f.text.toLowerCase(), f.start, f.end, f.resolution.value ?? null, f.resolution.unit ?? null]);
  const wanted = expected.map(e => [e.Text.toLowerCase(), e.Start, e.End, e.Resolution.value ?? null, e.Resolution.unit ?? null]);
  return same(wanted, got) ? null : told(got);
}

// 3-7-2017 is 3 July in Britain, whatever the published American case says.
function couldSwap(expected) { return expected.some(e => inBritishOrder(e.Text, e.Value.FutureResolution.date) !== e.Value.FutureResolution.date); }
function inBritishOrder(text, date) {
  const parts = /^(\d{1,2})[-/.](\d{1,2})\b/.exec(text);
  const [year, month, day] = date.split('-');
  return parts && parts[1] <= 12 && parts[2] <= 12 && Number(parts[1]) === Number(month) ? [year, day, month].join('-') : date;
}

function last(list) { return list[list.length - 1]; }
function same(a, b) { return JSON.stringify(a) === JSON.stringify(b); }
function told(found) { return found.length ? `got ${JSON.stringify(found)}` : 'got nothing'; }
