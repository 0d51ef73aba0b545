// The history checker: from the clients' log and the database at the end it
// says what must not be.  README.md has the form of a history and the names of
// the violations.
import { checkAnswers } from "./answers.mjs";
import { checkOrder } from "./order.mjs";
import { checkReplay } from "./replay.mjs";

// [{kind, what}, …]; empty when the history is good.
export function check(history)
{
	const found = [];
	const say = (kind, what) => found.push({ kind, what });
	checkAnswers(history, say);
	checkReplay(history, say);
	checkOrder(history, say);
	return found;
}
