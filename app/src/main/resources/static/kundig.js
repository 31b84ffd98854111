/*
 * Comfort only: every page works without this file.
 *
 * <form data-autosave="/url">    sends the form to the url at each change and reports in its [data-save-state] element.
 * <section data-progress="/url"> asks the url how far the work is, moves its <progress>, and loads the page again at the end.
 * <button data-print hidden>     shows itself and prints the page.
 */

/** Longer than a slow answer, shorter than a person's patience: a hanging request must not block the next one. */
const TIMEOUT_MS = 20_000;

/** One saver per form; the form may be removed from the page without leaving anything behind. */
const savers = new WeakMap();

class Saver {
  #form;
  #running = false;
  #changed = false;
  failed = false;

  constructor(form) {
    this.#form = form;
  }

  /**
   * Sends the form, and again as long as it changed meanwhile. Never two requests at once: an older answer that arrives
   * after a newer one would undo it. Changes during a request share the next one, which holds them all.
   */
  async save() {
    this.#changed = true;
    if (this.#running) {
      return;
    }
    this.#running = true;
    let state;
    try {
      while (this.#changed) {
        this.#changed = false;
        this.#show("saving");
        state = await this.#send();
      }
    } finally {
      this.#running = false;
    }
    this.failed = state !== "saved";
    this.#show(state);
  }

  async #send() {
    // With this body fetch itself sets the content type application/x-www-form-urlencoded.
    const body = new URLSearchParams(new FormData(this.#form));
    try {
      const response = await fetch(this.#form.dataset.autosave, {
        method: "POST",
        mode: "same-origin",
        credentials: "same-origin",
        // An ended session answers with a redirect to the sign-in page, which would come back as a cheerful 200.
        redirect: "manual",
        headers: { "X-Requested-With": "fetch", Accept: "application/json" },
        body,
        // A change just before leaving the page still arrives; browsers refuse this above 64 kB.
        keepalive: body.toString().length < 60_000,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      // 503: the store has no room. Trying again by itself would not help.
      return response.ok ? "saved" : response.status === 503 ? "full" : "failed";
    } catch {
      return "failed";
    }
  }

  #show(state) {
    const line = this.#form.querySelector("[data-save-state]");
    if (!line) {
      return;
    }
    line.dataset.state = state;
    line.textContent = line.dataset[state] ?? "";
  }
}

function saverOf(form) {
  if (!savers.has(form)) {
    savers.set(form, new Saver(form));
  }
  return savers.get(form);
}

// On the document, so that fields outside the form (form="id") and fields added later count too.
document.addEventListener("change", (event) => {
  const form = event.target.form;
  if (form?.hasAttribute("data-autosave")) {
    saverOf(form).save();
  }
});

window.addEventListener("online", () => {
  for (const form of document.querySelectorAll("form[data-autosave]")) {
    if (savers.get(form)?.failed) {
      savers.get(form).save();
    }
  }
});

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

const ASK_AGAIN_MS = 700;

/** Asks until the work has ended; whoever is not answered still has the link to look again. */
async function followProgress(section) {
  const bar = section.querySelector("progress");
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
    const response = await fetch(section.dataset.progress, {
      mode: "same-origin",
      credentials: "same-origin",
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) {
      return;
    }
    const { looked, learners, ended } = await response.json();
    if (ended) {
      location.reload();
      return;
    }
    if (bar && learners > 0) {
      bar.max = learners;
      bar.value = looked;
    }
  }
}

for (const section of document.querySelectorAll("[data-progress]")) {
  followProgress(section).catch(() => {});
}
