#include <stdlib.h>
#include <string.h>

#include "account.h"

/*
 * Words that are tried first: of everybody, of universities, of this system,
 * and Korean typed on an English keyboard.  Sorted, small letters only; digits
 * and signs around them and look-alikes within do not help (policy.c).
 */
static const char *const words[] = {
	"aaa", "abc", "abcabc", "abcd", "abcde", "abcdef", "abcdefg",
	"abcdefgh", "abroad", "academic", "academics", "academy", "access",
	"account", "admin", "administrator", "affairs", "aishiteru", "akstp",
	"alexander", "always", "amanda", "amazon", "amen", "andrew",
	"android", "angel", "annyeong", "annyeonghaseyo", "anthony",
	"anything", "apple", "april", "arigato", "asdf", "asdfgh",
	"asdfghjkl", "asdfqwer", "asfasf", "ashley", "asia", "auditor",
	"august", "autumn", "baby", "bachelor", "banana", "baseball",
	"basketball", "batman", "bear", "bible", "biology", "birthdate",
	"birthday", "brother", "burger", "busan", "butterfly", "campus",
	"cat", "certificate", "champion", "chancellor", "change", "changeme",
	"charlie", "cheese", "chemistry", "cherry", "chocolate", "christian",
	"christmas", "chungnam", "church", "class", "classroom", "cnu",
	"coder", "coffee", "college", "computer", "cookie", "coordinator",
	"course", "courses", "cracker", "credit", "credits", "daddy",
	"daehakgyo", "daehan", "daejeon", "daigaku", "daniel", "darling",
	"daum", "dean", "debian", "december", "default", "degree", "demo",
	"department", "desktop", "developer", "diploma", "dkssud",
	"dkssudgktpdy", "dlfjszl", "doctor", "doggy", "dohyun", "dollar",
	"dolphin", "dragon", "eagle", "elizabeth", "engineer", "engineering",
	"english", "enrol", "enroll", "enrollment", "enrolment", "enter",
	"entry", "eogkrry", "eowjs", "example", "exchange", "exchangestudent",
	"facebook", "faculty", "falcon", "family", "father", "february",
	"fighting", "first", "firstname", "flower", "football", "forever",
	"fortnite", "freedom", "friday", "friend", "friends", "gakusei",
	"george", "ghkdlxld", "ghost", "gildong", "ginger", "gkdl", "gkdlfn",
	"gkrry", "gkrtod", "gksrmf", "gksrnr", "golf", "gomawo", "goodbye",
	"google", "grade", "grades", "graduate", "graduation", "guest",
	"hacker", "hajun", "haksaeng", "hallelujah", "hanako", "hanguk",
	"hanyang", "happy", "heaven", "hello", "hellohello", "helloworld",
	"himitsu", "history", "hockey", "holiday", "home", "homeuniversity",
	"honey", "hong", "honggildong", "horse", "host", "hostuniversity",
	"hunter", "hwaiting", "iloveyou", "initial", "instagram", "institute",
	"instructor", "internet", "iphone", "ironman", "january", "japan",
	"japanese", "jehovah", "jennifer", "jessica", "jesus", "jiwoo",
	"john", "johndoe", "jordan", "joshua", "july", "june", "kaist",
	"kakao", "keyboard", "killer", "kimchulsoo", "kimminji", "king",
	"kitty", "knight", "konnichiwa", "korea", "korean", "koreauniv",
	"koreauniversity", "kyoto", "laboratory", "laptop", "lastname",
	"lecture", "lecturer", "lemon", "letmein", "library", "linux", "lion",
	"login", "logon", "love", "lovely", "lover", "loveyou", "lucky",
	"magic", "manager", "mango", "marathon", "march", "mario", "master",
	"mathematics", "matrix", "matthew", "may", "melissa", "michael",
	"michelle", "microsoft", "minecraft", "minguk", "minji", "minjun",
	"mommy", "monday", "money", "monitor", "monkey", "mother",
	"myaccount", "myname", "mypass", "mypassword", "mystery", "name",
	"naruto", "naver", "netflix", "network", "newpassword", "newyear",
	"nickname", "nicole", "nihon", "nihongo", "ninja", "notebook",
	"nothing", "november", "october", "office", "ohayo", "oldpassword",
	"open", "opensesame", "operator", "orange", "osaka", "panda",
	"partner", "pass", "passcode", "passphrase", "passwd", "password",
	"passwort", "peace", "peach", "pepper", "phoenix", "physics",
	"pikachu", "pikachuu", "pizza", "player", "please", "pokemon",
	"postech", "president", "prince", "princess", "private", "professor",
	"pupil", "puppy", "pusan", "qazwsx", "qlalfqjsgh", "qlqjs", "queen",
	"qwer", "qwerasdf", "qwerty", "qwertyui", "qwertyuiop", "qwerzxcv",
	"rabbit", "rainbow", "recommender", "register", "registrar",
	"registration", "republic", "research", "researcher", "rich",
	"rkskek", "rlatjdtn", "rlawjdgh", "robert", "root", "running", "safe",
	"sakura", "sample", "samsung", "samurai", "sarang", "saranghae",
	"sato", "saturday", "scholar", "school", "science", "second",
	"secret", "secure", "security", "semester", "seminar", "sensei",
	"seoul", "seoyeon", "september", "server", "service", "shadow",
	"shark", "signin", "sister", "smile", "snu", "soccer", "sojourn",
	"something", "spiderman", "spring", "staff", "start", "starwars",
	"stephanie", "student", "studentid", "students", "summer", "sunday",
	"sunshine", "superman", "superuser", "support", "suzuki", "sweet",
	"sweetheart", "swimming", "system", "tanaka", "taro", "teacher",
	"technology", "temp", "tempid", "temporary", "temporaryid",
	"temppassword", "tennis", "term", "test", "tester", "testing",
	"thanks", "thankyou", "thesis", "thomas", "thursday", "tiger",
	"tjdnf", "tjsen", "tkfkd", "tkfkdgo", "tkfkdtkfkd", "together",
	"tokyo", "transcript", "trustno", "tuesday", "turtle", "twitter",
	"ubuntu", "univ", "university", "user", "ust", "ustacademic",
	"ustuniversity", "victory", "visiting", "visitingstudent", "visitor",
	"warrior", "watanabe", "watashi", "wednesday", "weekend", "welcome",
	"whatever", "william", "windows", "winner", "winter", "withdraw",
	"withdrawal", "wizard", "wlswk", "wolf", "world", "wpqkf", "xxx",
	"yamada", "yes", "yonsei", "youtube", "zelda", "zxcv", "zxcvbn",
	"zxcvbnm", "zzz",
};

static int
compare(const void *key, const void *word)
{
	return strcmp(key, *(const char *const *)word);
}

int
word_is_common(const char *word)
{
	return bsearch(word, words, sizeof(words) / sizeof(words[0]),
	    sizeof(words[0]), compare) != NULL;
}
