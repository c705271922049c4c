/*
 * The conversation in the chat widget's window: where its token comes from, Web Chat and its connection. Loaded by widget.js when somebody
 * opens the window; Web Chat itself is 640 kB and comes then too.
 */
window.CommissioningBotChat.connect = page => {
  'use strict';

  const { origin, nonce, tokenUrl, narrow, font, panel, body, make, loadScript, remember, recall, showTrouble, cleared } = page;
  const webChatVersion = '4.18.1';
  const sameSite = origin === location.origin;
  const namedBySite = tokenUrl && !sameSite;                    // the page's back end gives the tokens, and says who it is
  const returnKey = `commissioningbot-return ${origin}`;        // in localStorage, on other sites only: opens this conversation again
  const tokenKey = `commissioningbot-token ${tokenUrl}`;        // in sessionStorage: for the next page of the same tab

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

  let webChat;      // promise of Web Chat's script
  let directLine;
  let store;
  let run = 0;      // each start has its number: what an older one still does is ignored
  let online = false;
  let ready = false;   // Web Chat takes messages; that is a moment after the connection is online
  let failures = 0;
  let timer;
  const waiting = [];

  const load = () => webChat ??= loadScript(`/vendor/webchat.js?v=${webChatVersion}`).catch(error => { webChat = undefined; throw error; });

  // --- tokens ---

  const post = (url, proof) => fetch(url, { method: 'POST', headers: { Accept: 'application/json', ...(proof && { Authorization: `Bearer ${proof}` }) } });

  /** A token of the page's own back end while it is good: a page of the same tab goes on where the last one was. */
  const lastToken = () => {
    const token = namedBySite ? recall('sessionStorage', tokenKey) : null;
    try {
      const { exp } = JSON.parse(atob(token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/')));
      return exp * 1000 > Date.now() + 60000 ? token : null;
    } catch { return null; }
  };

  /** On the assistant's own site a cookie knows the visitor. Elsewhere the browser keeps a return token, and gets the next one for it. */
  const getToken = async () => {
    const last = lastToken();
    if (last) return last;
    const kept = sameSite || namedBySite ? null : recall('localStorage', returnKey);
    let response = kept && await post(`${origin}/api/webchat/return`, kept);
    // Refused for good: used up, too old, or the conversation was deleted. Anything else may pass, and the token is kept.
    if (response && [401, 403, 404].includes(response.status)) { remember('localStorage', returnKey, null); response = null; }
    response ||= await post(tokenUrl ?? `${origin}/api/webchat/token`);
    if (!response.ok) throw new Error(`token refused: ${response.status}`);
    const { token, returnToken } = await response.json();
    if (returnToken) remember('localStorage', returnKey, returnToken);
    return token;
  };

  addEventListener('pagehide', () => { if (namedBySite && online) remember('sessionStorage', tokenKey, directLine.token); });

  // --- the connection ---

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
      showTrouble('');
    } else if (status === 1 && online) {
      online = false;
      timer = setTimeout(() => showTrouble('The connection was lost. What you have sent is kept. We are trying to connect again.'), 20000);
    } else if (status > 2) {
      // Expired, failed or ended: Direct Line's own client gives up here, a fresh token may still do.
      remember('sessionStorage', tokenKey, null);
      drop();
      if (++failures > 3) showTrouble('The connection to the assistant was lost. What you have sent is kept.');
      else timer = setTimeout(start, failures * 2000);
    }
  };

  const onActivity = activity => {
    // The greeting stands before the first question, and Web Chat scrolls to what comes after it.
    setTimeout(sendWaiting, 400);
    if (activity.from?.role === 'bot') { clearTimeout(goingOn); goingOn = setTimeout(goOn, 300); }
    if (activity.type === 'event' && activity.name === 'clearDevice') setTimeout(clearDevice);
  };

  // --- the keyboard ---

  let pressed = false;
  let goingOn;

  /** A button pressed by keyboard would keep the focus, and scroll out of sight with its question. */
  body.addEventListener('click', event => {
    if (event.detail || !event.target.closest?.('.ac-pushButton')) return;
    pressed = true;
    panel.focus();
  }, true);

  /** The focus goes to the newest message: Enter goes to its buttons, as everywhere in Web Chat. */
  const goOn = () => {
    if (pressed && document.activeElement === panel) body.querySelector('.webchat__basic-transcript')?.focus();
    pressed = false;
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
    showTrouble('');
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
    const kept = recall('localStorage', returnKey);
    remember('localStorage', returnKey, null);
    remember('sessionStorage', tokenKey, null);
    let forgotten = false;
    try { forgotten = (await post(`${origin}/api/webchat/forget`, sameSite ? null : kept)).ok; } catch { /* told by the window */ }
    cleared(forgotten);
  };

  return { start: () => { failures = 0; return start(); }, send, focus: focusBox, begun: () => directLine !== undefined, forget: clearDevice };
};
