#!/bin/sh
# Makes conversation.wav and conversation.tsv, the recording that `hearback demo` uses as its simulated microphone.
# Needs espeak-ng, sox and python3 (standard library only). Run it anywhere; it writes beside itself, the same bytes every time.
# What is asked stands in guides/patient-first.yaml: at `different` with its first and third probe, and at `between-sessions`.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# pause before the line in ms | speaker | text
cat > "$work/lines" <<'LINES'
700|interviewer|What, if anything, is different for you now, compared with before the therapy?
1500|participant|I used to think the pain in my neck came out of nowhere.
700|participant|Now I feel my shoulders go up, long before it hurts.
900|interviewer|When did you first notice that?
1200|participant|Last winter, at work. The phone kept ringing, and I was holding my breath.
800|participant|So I put both feet on the floor, and waited until the air came back.
1400|interviewer|What, if anything, did you do for the therapy between the sessions?
1200|participant|In the evening I lay on the floor for ten minutes, and I let everything go heavy.
700|participant|My daughter laughed at me at first. Now she lies down next to me.
1300|interviewer|What has stayed the same?
2200|participant|The pain is still there. I will not say that it went away.
900|participant|But I am not afraid of it any more. That is what the talking did.
800|participant|Someone believed me, and then I could begin to listen to myself.
LINES

# 1. One clip an utterance. Two voices that differ in sex, pitch, speed and accent.
number=0
while IFS='|' read -r _ speaker text; do
  number=$((number + 1))
  clip=$(printf '%s/%02d' "$work" "$number")
  case $speaker in
    interviewer) espeak-ng -v en-us+f3 -p 58 -s 182 -g 1 -w "$clip-raw.wav" "$text" ;;
    participant) espeak-ng -v en-gb+m3 -p 34 -s 176 -g 1 -w "$clip-raw.wav" "$text" ;;
  esac </dev/null
  # 16 kHz mono, rumble and harshness off, loud syllables held down a little, and trimmed at both ends to what can be heard
  # above the room. -R keeps sox's random numbers the same each time; -D leaves dither out.
  sox -R -D "$clip-raw.wav" -r 16000 -c 1 -b 16 "$clip-level.wav" \
    gain -8 highpass 90 lowpass 6500 compand 0.005,0.12 6:-70,-60,-30,-20,-14,0,-8 -3 -90 0.02 gain -n -6
  sox -R -D "$clip-level.wav" "$clip.wav" \
    silence 1 0.004 -34d reverse silence 1 0.004 -34d reverse
done < "$work/lines"

# 2. The room: soft low noise, so that no stretch of the recording is digital silence.
sox -R -D -n -r 16000 -c 1 -b 16 "$work/room.wav" synth 90 pinknoise gain -6 highpass 80 lowpass 2500 gain -n -29

# 3. Lay the clips on a timeline over the room, bring them to one loudness, write 8-bit unsigned samples, then measure on the
# finished recording where each utterance begins and ends.
python3 - "$work" <<'PYTHON'
import array, sys, wave

work = sys.argv[1]
RATE = 16000
SPEECH_RMS = 10 ** (-20 / 20)       # -20 dBFS while someone speaks
CEILING = 10 ** (-6 / 20)           # nothing above -6 dBFS


def samples(path):
    with wave.open(path) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 1, 2), path
        data = array.array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        data.byteswap()
    return [value / 32768 for value in data]


def rms(values):
    return (sum(value * value for value in values) / len(values)) ** 0.5


lines = [line.rstrip("\n").split("|", 2) for line in open(f"{work}/lines", encoding="utf-8")]
placed, clock = [], 0
for number, (pause, speaker, text) in enumerate(lines, 1):
    clip = samples(f"{work}/{number:02}.wav")
    gain = SPEECH_RMS / rms(clip)
    clock += int(pause) * RATE // 1000
    placed.append((clock, [value * gain for value in clip], speaker, text))
    clock += len(clip)
total = (clock + RATE) // 2 * 2       # an even number of bytes, so that the WAV needs no padding

mix = samples(f"{work}/room.wav")[:total]
assert len(mix) == total, "the room is shorter than the conversation"
room = rms(mix)
for start, clip, _, _ in placed:
    for offset, value in enumerate(clip):
        mix[start + offset] += value

# A soft knee holds the few highest peaks under the ceiling.
knee = CEILING * 0.7
def soften(value):
    size = abs(value)
    if size > knee:
        over = (size - knee) / (CEILING - knee)
        size = knee + (CEILING - knee) * over / (1 + over)
    return size if value >= 0 else -size

final = bytes(max(0, min(255, int(soften(value) * 128 + 128.5))) for value in mix)
with wave.open("conversation.wav", "wb") as file:
    file.setnchannels(1)
    file.setsampwidth(1)
    file.setframerate(RATE)
    file.writeframes(final)

# Measured: the first and the last 5 ms in which the sound stands clearly above the room, near where the clip was laid.
FRAME = RATE * 5 // 1000
heard = [(byte - 128) / 128 for byte in final]
loud = [rms(heard[at:at + FRAME]) > 2.5 * room for at in range(0, total - FRAME, FRAME)]
with open("conversation.tsv", "w", encoding="utf-8", newline="\n") as out:
    for start, clip, speaker, text in placed:
        first, last = max(0, start // FRAME - 20), (start + len(clip)) // FRAME + 20
        inside = [frame for frame in range(first, last) if loud[frame]]
        begin, end = inside[0] * 5, inside[-1] * 5 + 5
        for measured, laid in ((begin, start), (end, start + len(clip))):
            assert abs(measured - laid * 1000 / RATE) <= 30, (text, measured, laid * 1000 / RATE)
        out.write(f"{begin}\t{end}\t{speaker}\t{text}\n")
PYTHON
