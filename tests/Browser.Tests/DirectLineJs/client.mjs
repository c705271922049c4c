// Microsoft's Direct Line client, driven by lines of JSON: orders on standard input, what happens on standard output.
//   {"do":"open","name","domain","token","conversationId"?,"webSocket"?}   {"do":"post","name","id","text"}   {"do":"end","name"}
//   {"what":"status","name","status"}   {"what":"activity","name","activity"}   {"what":"posted","name","id","result"}
import { createInterface } from 'node:readline';
import WebSocket from 'ws';
import XMLHttpRequest from 'xhr2';

// The client is written for browsers.
globalThis.WebSocket = WebSocket;
globalThis.XMLHttpRequest = XMLHttpRequest;
const { DirectLine } = (await import('botframework-directlinejs')).default;

const clients = new Map();
const tell = message => process.stdout.write(`${JSON.stringify(message)}\n`);

const orders = {
  open({ name, ...options }) {
    // Reconnecting waits three seconds and not up to fifteen; polling is as quick as the client allows.
    const client = new DirectLine({ ...options, random: () => 0, pollingInterval: 200, timeout: 2000 });
    clients.set(name, client);
    client.connectionStatus$.subscribe(status => tell({ what: 'status', name, status }));
    client.activity$.subscribe(
      activity => tell({ what: 'activity', name, activity }),
      error => tell({ what: 'ended', name, error: `${error?.message ?? error}` }));
  },
  post({ name, id, text }) {
    const activity = { type: 'message', text, from: { id: 'somebody-else' }, channelData: { clientActivityID: id } };
    clients.get(name).postActivity(activity).subscribe(
      result => tell({ what: 'posted', name, id, result }),
      error => tell({ what: 'posted', name, id, result: `error ${error?.status ?? error?.message}` }));
  },
  end({ name }) {
    clients.get(name).end();
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line);
  orders[order.do](order);
}
process.exit(0);
