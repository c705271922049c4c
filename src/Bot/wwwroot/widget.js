/*
 * The chat widget. On any page: <script src="https://HOST/widget.js" defer></script>
 *
 * data-title      words on the button and over the window
 * data-colour     colour of button and window head; white text must be readable on it
 * data-token-url  where a token is asked for by POST (a site's own back end may name its signed-in user there)
 * data-person     name and number of somebody to turn to when the assistant cannot be reached
 * nonce           of the page's content security policy, handed on to Web Chat
 *
 * Web Chat is 640 kB and comes only when somebody opens the window.
 * Any element with data-chat-ask="text" opens the window and asks; a link keeps its address for pages without JavaScript.
 */
(() => {
  'use strict';

  const script = document.currentScript;
  if (!script || window.CommissioningBotChat) return;

  const webChatVersion = '4.18.1';
  const origin = new URL(script.src).origin;
  const sameSite = origin === location.origin;
  const nonce = script.nonce;
  const { title = 'Ask about funding', colour = '#12424a', person, tokenUrl = `${origin}/api/webchat/token` } = script.dataset;
  const narrow = matchMedia('(max-width: 480px)');
  const openKey = 'commissioningbot-open';
  const tokenKey = `commissioningbot-token ${tokenUrl}`;
  const font = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

  const css = `
.cb-chat { font: 16px/1.45 ${font}; color: #1c1f21; }
.cb-chat [hidden] { display: none !important; }
.cb-chat button, .cb-chat a { font: inherit; cursor: pointer; }
.cb-chat button:focus-visible, .cb-chat a:focus-visible { outline: 3px solid #1c1f21; outline-offset: 2px; box-shadow: 0 0 0 5px #ffd43b; }
.cb-open { position: fixed; z-index: 2147483000; right: 16px; bottom: 16px; display: flex; align-items: center; gap: 10px; max-width: calc(100vw - 32px); min-height: 52px; margin: 0; padding: 10px 20px; border: 2px solid #fff; border-radius: 28px; background: var(--cb-colour); color: #fff; font-weight: 600 !important; box-shadow: 0 3px 12px rgb(0 0 0 / .3); }
.cb-open svg { flex: none; width: 24px; height: 24px; }
.cb-panel { position: fixed; z-index: 2147483001; right: 16px; bottom: 16px; display: flex; flex-direction: column; box-sizing: border-box; width: min(430px, calc(100vw - 32px)); height: min(680px, calc(100vh - 32px)); overflow: hidden; border: 1px solid #6b7a7e; border-radius: 10px; background: #fff; box-shadow: 0 8px 30px rgb(0 0 0 / .3); animation: cb-in .15s ease-out; }
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
.cb-chat .ac-adaptiveCard { padding: 8px !important; }
.cb-chat .ac-adaptiveCard > .ac-horizontal-separator { display: none; }
.cb-chat .webchat__suggested-action { padding: 0 10px !important; font-size: 15px !important; }
@keyframes cb-in { from { opacity: 0; transform: translateY(12px); } }
@media (prefers-reduced-motion: reduce) { .cb-panel { animation: none; } }
@media (max-width: 480px) { .cb-panel { inset: 0; width: auto; height: 100vh; height: 100dvh; border: 0; border-radius: 0; } }
@media print { .cb-chat { display: none; } }`;

  const style = {
    accent: '#0b5a66', primaryFont: font, paddingRegular: 12, rootHeight: '100%', fontSizeSmall: '85%',
    subtle: '#4a5256', timestampColor: '#4a5256', notificationText: '#1c1f21',
    bubbleBackground: '#eef4f5', bubbleBorderColor: '#d5e0e2', bubbleBorderRadius: 8, bubbleMinWidth: 120, bubbleMaxWidth: 420, bubbleTextColor: '#1c1f21',
    bubbleFromUserBackground: '#12424a', bubbleFromUserTextColor: '#ffffff', bubbleFromUserBorderColor: '#12424a', bubbleFromUserBorderRadius: 8,
    hideUploadButton: true, markdownRenderHTML: false, sendBoxTextWrap: true, sendBoxHeight: 52, sendBoxBorderTop: 'solid 1px #6b7a7e', sendBoxPlaceholderColor: '#4a5256',
    suggestedActionHeight: 36, suggestedActionBorderRadius: 4, suggestedActionTextColor: '#12424a', suggestedActionBorderColor: '#12424a',
    autoScrollSnapOnPage: true,   // a long answer is read from its beginning
    cardEmphasisBackgroundColor: '#e0ebed', cardPushButtonBackgroundColor: '#12424a', cardPushButtonTextColor: '#ffffff', richCardWrapTitle: true,
  };

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

  // --- the connection ---

  let webChat;      // promise of Web Chat's script
  let directLine;
  let store;
  let run = 0;      // each start has its number: what an older one still does is ignored
  let online = false;
  let ready = false;   // Web Chat takes messages; that is a moment after the connection is online
  let failures = 0;
  let timer;
  const waiting = [];

  const load = () => webChat ??= new Promise((done, failed) => {
    const element = make('script', { src: `${origin}/vendor/webchat.js?v=${webChatVersion}` });
    element.nonce = nonce;
    element.onload = done;
    element.onerror = () => { webChat = undefined; element.remove(); failed(new Error('Web Chat did not load')); };
    document.head.append(element);
  });

  /** On the assistant's own site a cookie knows the visitor; elsewhere the last token does, while it is good. */
  const storedToken = () => {
    const token = sameSite ? null : recall('localStorage', tokenKey);
    try {
      const { exp } = JSON.parse(atob(token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/')));
      return exp * 1000 > Date.now() + 60000 ? token : null;
    } catch { return null; }
  };

  const getToken = async () => {
    const stored = storedToken();
    if (stored) return stored;
    const response = await fetch(tokenUrl, { method: 'POST', headers: { Accept: 'application/json' } });
    if (!response.ok) throw new Error(`token refused: ${response.status}`);
    return (await response.json()).token;
  };

  const showTrouble = text => { why.textContent = text; trouble.hidden = false; };

  const drop = () => {
    run++;
    clearTimeout(timer);
    online = ready = false;
    directLine?.end();
    directLine = store = undefined;
    body.replaceChildren();
  };

  const onStatus = status => {
    if (status === 2) {
      online = true;
      failures = 0;
      clearTimeout(timer);
      trouble.hidden = true;
      if (!sameSite) remember('localStorage', tokenKey, directLine.token);
    } else if (status === 1 && online) {
      online = false;
      timer = setTimeout(() => showTrouble('The connection was lost. What you have sent is kept. We are trying to connect again.'), 20000);
    } else if (status > 2) {
      // Expired, failed or ended: Direct Line's own client gives up here, a fresh token may still do.
      remember('localStorage', tokenKey, null);
      drop();
      if (++failures > 3) showTrouble('The connection to the assistant was lost. What you have sent is kept.');
      else timer = setTimeout(start, failures * 2000);
    }
  };

  const onActivity = activity => {
    // The greeting stands before the first question, and Web Chat scrolls to what comes after it.
    setTimeout(sendWaiting, 400);
    if (activity.type === 'event' && activity.name === 'clearDevice') setTimeout(clearDevice);
  };

  /** Web Chat makes a link of whatever looks like an address, also in other people's text. Only links that were meant stay. */
  const renderMarkdown = (...parts) => {
    const page = new DOMParser().parseFromString(window.WebChat.renderMarkdown(...parts), 'text/html');
    for (const link of page.querySelectorAll('a[href]')) {
      const text = link.textContent.trim().toLowerCase();
      if (['http://', 'mailto:'].some(start => link.getAttribute('href').toLowerCase() === start + text)) link.replaceWith(link.textContent);
    }
    return page.body.innerHTML;
  };

  const render = token => {
    const host = make('div');
    body.replaceChildren(host);
    store = window.WebChat.createStore({}, () => next => action => {
      if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY') onActivity(action.payload.activity);
      if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED') { ready = true; setTimeout(sendWaiting, 1500); }
      return next(action);
    });
    directLine = window.WebChat.createDirectLine({ domain: `${origin}/v3/directline`, token });
    const number = run;
    directLine.connectionStatus$.subscribe(status => { if (number === run) onStatus(status); });
    window.WebChat.renderWebChat({
      directLine, store, nonce, locale: 'en-GB', sendTypingIndicator: false, renderMarkdown, 
      // Few lines are left under a question on a phone: its prompts stand in one line that can be moved.
      styleOptions: { ...style, suggestedActionLayout: narrow.matches ? 'carousel' : 'flow' },
      overrideLocalizedStrings: { TEXT_INPUT_PLACEHOLDER: 'Type your message' },
    }, host);
  };

  const start = async () => {
    drop();
    const number = run;
    trouble.hidden = true;
    body.append(make('p', { class: 'cb-wait' }, 'Opening the chat…'));
    try {
      const [token] = await Promise.all([getToken(), load()]);
      if (number !== run) return;
      render(token);
      if (!narrow.matches && document.activeElement === panel) focusBox();
    } catch {
      if (number !== run) return;
      body.replaceChildren();
      showTrouble('The chat could not be opened. What you have sent before is kept.');
    }
  };

  const focusBox = () => requestAnimationFrame(() => body.querySelector('[data-id="webchat-sendbox-input"]')?.focus());

  const sendWaiting = () => {
    while (ready && waiting.length) send(waiting.shift());
  };

  const send = text => {
    if (!ready) { waiting.push(text); return; }
    // By the button, because then Web Chat also moves on to what was sent.
    store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text } });
    requestAnimationFrame(() => body.querySelector('.webchat__send-button')?.click());
  };

  const clearDevice = async () => {
    drop();
    remember('localStorage', tokenKey, null);
    hide();
    let cleared = false;
    try { cleared = !sameSite || (await fetch(`${origin}/api/webchat/forget`, { method: 'POST' })).ok; } catch { /* told below */ }
    said.textContent = cleared
      ? 'This device is cleared. If you wrote down the words to come back, they still open your answers.'
      : 'The chat is closed, but this device could not be cleared. Delete the cookies of this site in your browser.';
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
    if (!directLine) start();
    else if (focus && !narrow.matches) focusBox();
  };

  const hide = () => {
    panel.hidden = true;
    launcher.hidden = false;
    launcher.setAttribute('aria-expanded', 'false');
    remember('sessionStorage', openKey, null);
    coverPage();
    launcher.focus();
  };

  launcher.addEventListener('click', () => show(true));
  close.addEventListener('click', hide);
  again.addEventListener('click', () => { failures = 0; panel.focus(); start(); });
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
  narrow.addEventListener('change', coverPage);
  window.visualViewport?.addEventListener('resize', coverPage);

  addStyle();
  document.body.append(root);
  window.CommissioningBotChat = { open: () => show(true), close: hide, ask: text => { show(true); send(text); } };

  // A phone's whole screen is taken only on the page where it was taken before.
  const openOn = recall('sessionStorage', openKey);
  if (openOn && (!narrow.matches || openOn === location.pathname)) show(false);
})();
