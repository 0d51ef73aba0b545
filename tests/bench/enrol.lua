-- wrk: POST /register/enrol, one section each, every request of another
-- student (until all have had a turn, then of another section).
-- Arguments: file of tokens, "hot" or "spread".
local threads = 0

function setup(thread)
	thread:set("number", threads)
	threads = threads + 1
end

function init(args)
	tokens, hot = {}, args[2] == "hot"
	for line in io.lines(args[1]) do
		local token, csrf = line:match("(%S+) (%S+)")
		tokens[#tokens + 1] = { token, csrf }
	end
	turn = number
	done, refused, other = 0, 0, 0
end

function request()
	local i = turn % #tokens
	local round = math.floor(turn / #tokens)
	local section = hot and 1 + round or 1 + (i * 7 + round) % 500
	local t = tokens[i + 1]
	turn = turn + 2		-- two threads
	return wrk.format("POST", nil, {
		["Cookie"] = "session=" .. t[1] .. "; lang=en",
		["Content-Type"] = "application/x-www-form-urlencoded",
	}, string.format("csrf=%s&section=BEN%d-01", t[2], 1000 + section))
end

function response(status)
	if status == 303 then done = done + 1
	elseif status == 422 then refused = refused + 1
	else other = other + 1 end
end
