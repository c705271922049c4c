// Bot Builder's own EchoBot on plain node http: the activity is taken by its CloudAdapter, without authentication because no app id is set.
import { createServer } from 'node:http';
import botbuilder from 'botbuilder';

const { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication, MessageFactory } = botbuilder;

class EchoBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const replyText = `Echo: ${context.activity.text}`;
      await context.sendActivity(MessageFactory.text(replyText, replyText));
      await next();
    });
  }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const bot = new EchoBot();

// The adapter expects the response object of restify or express.
const forAdapter = (response) => ({
  socket: response.socket,
  header: (name, value) => response.setHeader(name, value),
  status: (code) => { response.statusCode = code; },
  send: (body) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    response.setHeader('Content-Type', 'application/json');
    response.setHeader('Content-Length', Buffer.byteLength(text));
    response.write(text);
  },
  end: () => response.end(),
});

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const req = { method: request.method, headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
    adapter.process(req, forAdapter(response), (context) => bot.run(context)).catch((error) => {
      console.error(error);
      response.statusCode = 500;
      response.end();
    });
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1');
