/*
 * The chat widget. On any page: <script src="https://HOST/widget.js" defer></script>
 *
 * data-title      words on the button and over the window
 * data-colour     colour of button and window head; white text must be readable on it
 * data-token-url  where a token is asked for by POST (a site's own back end may name its signed-in user there)
 * data-person     name and number of somebody to turn to when the assistant cannot be reached
 * nonce           of the page's content security policy, handed on to what is loaded
 *
 * This part is the button and the window; widget-chat.js, which comes when the window is opened first, is the conversation in it.
 * Any element with data-chat-ask="text" opens the window and asks; a link keeps its address for pages without JavaScript.
 */
(() => {
  'use strict';

  const script = document.currentScript;
  if (!script || window.CommissioningBotChat) return;

  const origin = new URL(script.src).origin;
  const nonce = script.nonce;
  const { title = 'Ask about funding', colour = '#12424a', person, tokenUrl } = script.dataset;
  const narrow = matchMedia('(max-width: 480px)');
  const openKey = 'commissioningbot-open';
  const font = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

  const css = `
.cb-chat { font: 16px/1.45 ${font}; color: #1c1f21; }
.cb-chat [hidden] { display: none !important; }
.cb-chat button, .cb-chat a { font: inherit; cursor: pointer; }
.cb-chat button:focus-visible, .cb-chat a:focus-visible { outline: 3px solid #1c1f21; outline-offset: 2px; box-shadow: 0 0 0 5px #ffd43b; }
.cb-open { position: fixed; z-index: 2147483000; right: 16px; bottom: 16px; display: flex; align-items: center; gap: 10px; max-width: calc(100vw - 32px); min-height: 52px; margin: 0; padding: 10px 20px; border: 2px solid #fff; border-radius: 28px; background: var(--cb-colour); color: #fff; font-weight: 600 !important; box-shadow: 0 3px 12px rgb(0 0 0 / .3); }
.cb-open svg { flex: none; width: 24px; height: 24px; }
.cb-panel { position: fixed; z-index: 2147483001; right: 16px; bottom: 16px; display: flex; flex-direction: column; box-sizing: border-box; width: min(430px, calc(100vw - 32px)); height: min(680px, calc(100vh - 32px)); overflow: hidden; container: cb / size; border: 1px solid #6b7a7e; border-radius: 10px; background: #fff; box-shadow: 0 8px 30px rgb(0 0 0 / .3); animation: cb-in .15s ease-out; }
.cb-panel:focus { outline: none; }
.cb-head { flex: none; display: flex; align-items: center; justify-content: space-between; gap: 8px; padding: 4px 4px 4px 16px; background: var(--cb-colour); color: #fff; }
.cb-head h2 { margin: 0; padding: 0; font: 600 18px/1.3 ${font}; color: inherit; }
.cb-head button { flex: none; width: 44px; height: 44px; margin: 0; padding: 10px; border: 0; border-radius: 6px; background: none; color: inherit; }
.cb-head button:focus-visible { outline-color: #fff !important; outline-offset: -4px !important; box-shadow: none !important; }
.cb-body { flex: 1 1 auto; min-height: 0; position: relative; }
.cb-body > div { position: absolute; inset: 0; }
.cb-wait { margin: 0; padding: 16px; }
.cb-trouble { flex: none; padding: 12px 16px; border-bottom: 1px solid #c9a76a; background: #fdf3dc; }
.cb-trouble p { margin: 0 0 8px; }
.cb-trouble button { min-height: 40px; margin: 0 12px 0 0; padding: 6px 16px; border: 0; border-radius: 4px; background: #12424a; color: #fff; }
.cb-trouble a { color: #0b5a66; }
.cb-said { position: fixed; z-index: 2147483000; right: 16px; bottom: 80px; max-width: min(20rem, calc(100vw - 64px)); margin: 0; padding: 12px 16px; border-radius: 6px; background: #1c1f21; color: #fff; }
.cb-said:empty { padding: 0; }
.cb-chat .webchat__bubble__content :is(ul, ol) { padding-left: 1.5em; }
.cb-chat .ac-pushButton { white-space: normal !important; min-height: 42px; border-radius: 4px; }
.cb-chat .ac-pushButton > div { white-space: normal !important; overflow: visible !important; }
.cb-chat .ac-pushButton:focus-visible { outline-offset: -6px; box-shadow: inset 0 0 0 3px #ffd43b; }
.cb-chat .ac-adaptiveCard { padding: 8px !important; }
.cb-chat .ac-adaptiveCard > .ac-horizontal-separator { display: none; }
.cb-chat .webchat__suggested-action { padding: 0 10px !important; font-size: 15px !important; }
@keyframes cb-in { from { opacity: 0; transform: translateY(12px); } }
@media (prefers-reduced-motion: reduce) { .cb-panel { animation: none; } }
@media (max-width: 480px) { .cb-panel { inset: 0; width: auto; height: 100vh; height: 100dvh; border: 0; border-radius: 0; } }
/* Little height is left at 400 % zoom, and over a phone's keyboard: the conversation gets it. */
@container cb (max-height: 400px) {
  .cb-head h2 { font-size: 16px; }
  .cb-head button { width: 34px; height: 34px; padding: 7px; }
  .cb-chat .webchat__suggested-actions__item-box { padding-block: 2px !important; }
  .cb-chat .webchat__suggested-action { height: 30px !important; }
  .cb-chat .webchat__send-box__main, .cb-chat .webchat__send-box__main > * { min-height: 40px !important; }
  .cb-chat .webchat__send-box__main .webchat__icon-button { width: 44px !important; }
}
@media print { .cb-chat { display: none; } }`;

  // --- what is on the page ---

  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const icon = path => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    for (const [name, value] of Object.entries({ viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': '2', 'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true' })) svg.setAttribute(name, value);
    const line = document.createElementNS(svg.namespaceURI, 'path');
    line.setAttribute('d', path);
    svg.append(line);
    return svg;
  };

  const said = make('p', { class: 'cb-said', role: 'status' });
  const launcher = make('button', { class: 'cb-open', type: 'button', 'aria-expanded': 'false', 'aria-controls': 'cb-panel' }, icon('M4 4h16v12H10l-4 4v-4H4z'), title);
  const close = make('button', { type: 'button', 'aria-label': 'Close chat' }, icon('M5 5l14 14M19 5L5 19'));
  const again = make('button', { type: 'button' }, 'Try again');
  const why = make('p');
  const otherWay = make('p', {}, 'You can use ', make('a', { href: `${origin}/chat` }, 'the page without this window'), person ? `, or talk to a person: ${person}.` : '.');
  const trouble = make('div', { class: 'cb-trouble', role: 'alert', hidden: '' }, why, otherWay, again);
  const body = make('div', { class: 'cb-body' });
  const panel = make('div', { class: 'cb-panel', id: 'cb-panel', role: 'dialog', 'aria-labelledby': 'cb-title', tabindex: '-1', hidden: '' },
    make('div', { class: 'cb-head' }, make('h2', { id: 'cb-title' }, title), close), trouble, body);
  const root = make('section', { class: 'cb-chat', 'aria-label': 'Chat assistant' }, said, launcher, panel);
  root.style.setProperty('--cb-colour', colour);

  const addStyle = () => {
    if (document.adoptedStyleSheets) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    } else {
      const element = make('style', {}, css);
      element.nonce = nonce;
      document.head.append(element);
    }
  };

  // --- storage may be forbidden by the browser; the widget then simply remembers less ---

  const remember = (store, key, value) => {
    try {
      if (value === null) window[store].removeItem(key);
      else window[store].setItem(key, value);
    } catch { /* nothing to do about it */ }
  };
  const recall = (store, key) => {
    try { return window[store].getItem(key); } catch { return null; }
  };

  // --- the conversation ---

  let conversation;   // promise of what widget-chat.js gives
  let talking;        // the same, once it is there
  const waiting = [];

  const loadScript = path => new Promise((done, failed) => {
    const element = make('script', { src: origin + path });
    element.nonce = nonce;
    element.onload = done;
    element.onerror = () => { element.remove(); failed(new Error(`${path} did not load`)); };
    document.head.append(element);
  });

  const showTrouble = text => { why.textContent = text; trouble.hidden = !text; };

  const join = () => conversation ??= loadScript('/widget-chat.js').then(() => {
    talking = window.CommissioningBotChat.connect({
      origin, nonce, tokenUrl, narrow, font, panel, body, make, loadScript, remember, recall, showTrouble, cleared,
    });
    while (waiting.length) talking.send(waiting.shift());
    return talking;
  }).catch(error => { conversation = undefined; throw error; });

  const start = async () => {
    showTrouble('');
    try {
      await (await join()).start();
    } catch {
      showTrouble('The chat could not be opened. What you have sent before is kept.');
    }
  };

  const send = text => {
    if (talking) talking.send(text);
    else waiting.push(text);
  };

  const cleared = forgotten => {
    hide();
    said.textContent = forgotten
      ? 'This device is cleared. If you wrote down the words to come back, they still open your answers.'
      : 'The chat is closed, but this device could not be cleared. Delete the cookies and data of this site in your browser.';
  };

  // --- opening and closing ---

  /** On a phone the window fills the screen, so what lies under it is out of reach for keyboard and screen reader too. */
  const coverPage = () => {
    const covering = !panel.hidden && narrow.matches;
    panel.setAttribute('aria-modal', covering);
    for (const element of document.body.children)
      if (element !== root && covering && !element.inert) element.dataset.cbCovered = element.inert = true;
      else if (!covering && element.dataset.cbCovered) { element.inert = false; delete element.dataset.cbCovered; }
    panel.style.height = covering && window.visualViewport ? `${visualViewport.height}px` : '';
  };

  const show = focus => {
    said.textContent = '';
    if (panel.hidden) {
      panel.hidden = false;
      launcher.hidden = true;
      launcher.setAttribute('aria-expanded', 'true');
      remember('sessionStorage', openKey, location.pathname);
      coverPage();
    }
    if (focus) panel.focus();
    if (!talking?.begun()) start();
    else if (focus && !narrow.matches) talking.focus();
  };

  const hide = (takeFocus = true) => {
    panel.hidden = true;
    launcher.hidden = false;
    launcher.setAttribute('aria-expanded', 'false');
    remember('sessionStorage', openKey, null);
    coverPage();
    if (takeFocus) launcher.focus();
  };

  /** Whatever the keyboard goes to on the page can be seen: the window makes way, and the conversation is kept. */
  const makeWay = ({ target }) => {
    // A frame later the keyboard may already be in the window that was opened from there.
    if (panel.hidden || target !== document.activeElement || root.contains(target)) return;
    const [at, over] = [target, panel].map(element => element.getBoundingClientRect());
    const [x, y] = [(at.left + at.right) / 2, (at.top + at.bottom) / 2];
    if (x > over.left && x < over.right && y > over.top && y < over.bottom) hide(false);
  };

  launcher.addEventListener('click', () => show(true));
  close.addEventListener('click', () => hide());
  again.addEventListener('click', () => { panel.focus(); start(); });
  panel.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !event.defaultPrevented) { event.preventDefault(); hide(); }
  });
  document.addEventListener('click', event => {
    const asking = event.target.closest?.('[data-chat-ask]');
    if (!asking || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(true);
    send(asking.dataset.chatAsk);
  });
  document.addEventListener('focusin', event => requestAnimationFrame(() => makeWay(event)));
  narrow.addEventListener('change', coverPage);
  window.visualViewport?.addEventListener('resize', coverPage);

  addStyle();
  document.body.append(root);
  window.CommissioningBotChat = { open: () => show(true), close: () => hide(), ask: text => { show(true); send(text); }, forget: async () => (await join()).forget() };

  // A phone's whole screen is taken only on the page where it was taken before.
  const openOn = recall('sessionStorage', openKey);
  if (openOn && (!narrow.matches || openOn === location.pathname)) show(false);
})();
