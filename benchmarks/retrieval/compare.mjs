// Judges our passage search and MiniSearch's BM25 (default options) on the same passages and the same questions.
// node compare.mjs PASSAGES.jsonl QUESTIONS.jsonl OURS.jsonl [--misses]
import { readFileSync } from 'node:fs';
import MiniSearch from 'minisearch';

const lines = path => readFileSync(path, 'utf8').split('\n').filter(l => l.trim()).map(l => JSON.parse(l));
const [passagesPath, questionsPath, oursPath, option] = process.argv.slice(2);
const passages = lines(passagesPath);
const byId = new Map(passages.map(p => [p.id, p]));
const ours = new Map(lines(oursPath).map(o => [o.id, o.passages]));
// What has an answer in a document, and says what a right one must hold.
const questions = lines(questionsPath).filter(q => q.expect === 'answer' && q.must_all?.length > 0);

const even = text => text.toLowerCase().replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"').replace(/[\u2010-\u2015]/g, '-').replace(/\s+/g, ' ');

// As `evaluate` judges a reply: every group has one of its strings there, nothing banned is, and one of the sources is named.
function right(question, ids) {
  const found = ids.map(id => byId.get(id));
  const text = even(found.map(p => p.text).join(' '));
  return question.must_all.every(group => group.some(s => text.includes(even(s))))
    && !(question.must_not ?? []).some(s => text.includes(even(s)))
    && (!(question.source?.length > 0) || found.some(p => question.source.includes(p.document)));
}

function miniSearch(fields) {
  const index = new MiniSearch({ fields });
  index.addAll(passages);
  return question => index.search([...(question.turns ?? []), question.question].join(' ')).map(r => r.id);
}

const ways = {
  'this search': q => ours.get(q.id) ?? [],
  'BM25, text only': miniSearch(['text']),
  'BM25, title, section and text': miniSearch(['title', 'section', 'text']),
};
const tops = [1, 2, 3, 5];
const score = Object.fromEntries(Object.keys(ways).map(way => [way, Object.fromEntries(tops.map(t => [t, 0]))]));
for (const question of questions) {
  for (const [way, find] of Object.entries(ways)) {
    const ids = find(question);
    for (const top of tops) if (right(question, ids.slice(0, top))) score[way][top]++;
    if (option === '--misses' && way === 'this search' && !right(question, ids.slice(0, 1))) console.error(`${question.id} ${question.question}\n    ${JSON.stringify(question.must_all)}\n    ${ids.slice(0, 3).map(i => `${i} ${byId.get(i).text.slice(0, 90).replaceAll('\n', ' / ')}`).join('\n    ')}`);
  }
}
console.log(`${questions.length} questions of ${questionsPath.split('/').pop()}, ${passages.length} passages; right within the first ${tops.join(', ')}:`);
for (const [way, by] of Object.entries(score)) console.log(`  ${way.padEnd(30)} ${tops.map(t => String(by[t]).padStart(4)).join('')}`);
const best = t => Math.max(...Object.entries(score).filter(([way]) => way !== 'this search').map(([, by]) => by[t]));
console.log(`  ${'more than the better BM25'.padEnd(30)} ${tops.map(t => (d => (d > 0 ? '+' : '') + d)(score['this search'][t] - best(t)).padStart(4)).join('')}`);
