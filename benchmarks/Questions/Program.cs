// Measures answering inside the process, over all content: every ask of every entry, in a shuffled order. Prints one line for each figure.
using System.Diagnostics;
using CommissioningBot.Knowledge.Questions;
using CommissioningBot.Knowledge.Questions.Entries;

const int Asked = 5000;
const int WarmUp = 500;

var watch = Stopwatch.StartNew();
var library = ContentLibrary.Load();
Print("content loaded", watch.Elapsed);
watch.Restart();
var answerQuestion = new AnswerQuestion(library);
Print("made ready", watch.Elapsed);
var today = library.All.Max(e => e.CheckedOn);
watch.Restart();
answerQuestion.Ask(new Question("What is a PQQ?", null, today));
Print("first answer", watch.Elapsed);

string[] asks = [.. library.All.SelectMany(e => e.Asks)];
new Random(1).Shuffle(asks);
var times = new List<TimeSpan>(Asked);
var before = Process.GetCurrentProcess().TotalProcessorTime;
for (var i = 0; i < WarmUp + Asked; i++)
{
    if (i == WarmUp) before = Process.GetCurrentProcess().TotalProcessorTime;
    watch.Restart();
    answerQuestion.Ask(new Question(asks[i % asks.Length], null, today));
    if (i >= WarmUp) times.Add(watch.Elapsed);
}
var processor = Process.GetCurrentProcess().TotalProcessorTime - before;
times.Sort();
Console.WriteLine($"{library.All.Count} entries, {asks.Length} asks");
Print("p50", times[Asked / 2]);
Print("p99", times[Asked * 99 / 100]);
Print("processor time an answer", processor / Asked);

static void Print(string what, TimeSpan time) => Console.WriteLine(FormattableString.Invariant($"{what}: {time.TotalMilliseconds:0.00} ms"));
