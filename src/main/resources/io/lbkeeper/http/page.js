// Fetches this page again and again and takes over what differs. The server writes and escapes all of it, so that the
// page is right without this script too, and no clock but the server's is asked how old something is.
(() => {
  'use strict';
  const pace = 2000;
  const patience = 5000;
  const live = ['headline', 'stale', 'alarms', 'nodes', 'now', 'timeline', 'about'];
  let lastAnswer = new Date();

  // Only what differs is touched: a selection stays, and a screen reader is told of news alone.
  function takeOver(old, fresh) {
    if (old.isEqualNode(fresh)) {
      return;
    }
    const alike = old.nodeType === Node.ELEMENT_NODE && old.nodeName === fresh.nodeName
      && old.childNodes.length === fresh.childNodes.length;
    if (!alike) {
      old.replaceWith(document.importNode(fresh, true));
      return;
    }
    for (const name of old.getAttributeNames()) {
      if (!fresh.hasAttribute(name)) {
        old.removeAttribute(name);
      }
    }
    for (const name of fresh.getAttributeNames()) {
      if (old.getAttribute(name) !== fresh.getAttribute(name)) {
        old.setAttribute(name, fresh.getAttribute(name));
      }
    }
    const children = [...old.childNodes];
    const others = [...fresh.childNodes];
    children.forEach((child, i) => takeOver(child, others[i]));
  }

  // The element with the id itself stays: it is what a screen reader listens to.
  function fill(old, fresh) {
    if (old.childNodes.length === fresh.childNodes.length) {
      takeOver(old, fresh);
    } else {
      old.className = fresh.className;
      old.replaceChildren(...[...fresh.childNodes].map(node => document.importNode(node, true)));
    }
  }

  // No running seconds here: each new number would be read out.
  function sayStale(why) {
    const place = document.getElementById('stale');
    const words = '\u2716 STALE since ' + lastAnswer.toLocaleTimeString('en-GB') + ': lbkeeper does not answer ('
      + why + '). What is below was right then.';
    if (place.textContent !== words) {
      place.className = 'banner bad';
      place.textContent = words;
    }
    document.title = 'STALE: ' + document.title.replace(/^STALE: /, '');
  }

  async function refresh() {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), patience);
    try {
      const answer = await fetch('/', {cache: 'no-store', signal: abort.signal});
      if (!answer.ok) {
        throw new Error('status ' + answer.status);
      }
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      live.forEach(id => fill(document.getElementById(id), fresh.getElementById(id)));
      document.title = fresh.title;
      lastAnswer = new Date();
    } catch (failure) {
      sayStale(failure.name === 'AbortError' ? 'no answer in time' : failure.message);
    } finally {
      clearTimeout(timer);
      setTimeout(refresh, pace);
    }
  }

  setTimeout(refresh, pace);
})();
