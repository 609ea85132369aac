interface Question {
  answer: Promise<unknown>;
  /** How many wait for it. */
  waiting: number;
  /** Nobody waits any more: what is still on its way is called back. */
  callBack(): void;
}

let questions = new Map<string, Question>();

/**
 * One page asks the same question once: whoever asks it, too, has the same answer, be it on its way or on hand. `signal` says that
 * the one who asks has gone; the others keep the answer. A failure is not remembered, so that a retry asks anew.
 */
export async function once<T>(address: string, load: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const question = questions.get(address) ?? begin(address, load);
  question.waiting += 1;
  const leave = () => {
    question.waiting -= 1;
    if (question.waiting === 0) question.callBack();
  };
  signal.addEventListener('abort', leave, { once: true });
  try {
    return await (question.answer as Promise<T>);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

/** Another page comes: it asks for what is true at its own moment. */
export function forgetAnswers(): void {
  questions = new Map();
}

function begin<T>(address: string, load: (signal: AbortSignal) => Promise<T>): Question {
  const page = questions;
  const controller = new AbortController();
  const forget = () => {
    if (page.get(address) === question) page.delete(address);
  };
  const question: Question = {
    answer: load(controller.signal),
    waiting: 0,
    callBack() {
      forget();
      controller.abort();
    },
  };
  question.answer.catch(forget);
  page.set(address, question);
  return question;
}
