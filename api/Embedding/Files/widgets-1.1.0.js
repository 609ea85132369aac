/* OpenGov widgets 1.1.0: <opengov-widget kind="commitment" ref="…">fallback</opengov-widget> */
(() => {
  'use strict';
  if (customElements.get('opengov-widget')) return;
  const script = document.currentScript && document.currentScript.src;
  const site = script ? script.replace(/\/widgets\/[^/]*$/, '') : '';
  const own = new Set(['kind', 'ref', 'class', 'id', 'style', 'title', 'height', 'site', 'slot', 'hidden', 'dir', 'role', 'tabindex', 'part', 'inert', 'translate', 'width', 'nonce', 'is']);
  class Widget extends HTMLElement {
    #frame;
    #heard = (event) => {
      const height = event.data && event.data.type === 'opengov-embed:resize' ? Number(event.data.height) : 0;
      if (event.source === (this.#frame && this.#frame.contentWindow) && height > 0 && height < 20000) {
        this.#frame.style.height = `${Math.ceil(height)}px`;
      }
    };
    // What changes is drawn anew in a frame of its own, which leaves no step in the history of the page.
    #changed = new MutationObserver(() => this.#draw());
    connectedCallback() {
      addEventListener('message', this.#heard);
      this.#changed.observe(this, { attributes: true });
      this.#draw();
    }
    #draw() {
      const at = (this.getAttribute('site') || site).replace(/\/$/, '');
      const kind = this.getAttribute('kind');
      if (!at || !kind) return;
      const address = new URL(`${at}/embed/v1/${[kind, this.getAttribute('ref')].filter(Boolean).map(encodeURIComponent).join('/')}`);
      for (const { name, value } of this.attributes) {
        if (!own.has(name) && !/^(data-|aria-|on|_)/.test(name)) address.searchParams.set(name.replace(/-/g, '_'), value);
      }
      const title = this.getAttribute('title') || this.textContent.trim() || 'OpenGov';
      const height = this.#frame ? this.#frame.style.height : `${Number(this.getAttribute('height')) || 420}px`;
      if (this.#frame && this.#frame.src === address.href) return void (this.#frame.title = title);
      const frame = document.createElement('iframe');
      frame.src = address.href;
      frame.title = title;
      frame.loading = 'lazy';
      frame.referrerPolicy = 'no-referrer';
      frame.setAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox');
      frame.style.cssText = 'display:block;border:0;width:100%;max-width:100%';
      frame.style.height = height;
      this.#frame = frame;
      if (getComputedStyle(this).display === 'inline') this.style.display = 'block';
      (this.shadowRoot || this.attachShadow({ mode: 'open' })).replaceChildren(frame);
    }
    disconnectedCallback() {
      removeEventListener('message', this.#heard);
      this.#changed.disconnect();
      this.#frame = undefined;
    }
  }
  customElements.define('opengov-widget', Widget);
})();
