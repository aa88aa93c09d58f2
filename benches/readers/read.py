#!/usr/bin/env python3
"""Reads exports with the programs and libraries that others use, and compares what they say with the JSON Lines of the same session.

    python3 benches/readers/read.py HEARBACK STUDY [SESSION ...]

HEARBACK is the program, STUDY a study whose sessions are over (`hearback demo --auto --out STUDY` makes one). Without SESSION it is `--all`.
What is not installed is skipped, and said to be. Readers: pandas, webvtt-py, srt, pysrt, pyrefiqda, pympi-ling, bagit (PyPI); xmllint, ffprobe,
sndfile-info, soxi (Debian: libxml2-utils ffmpeg sndfile-programs sox). The schema of REFI-QDA lies beside this file, under its own MIT licence.
Exits with 1 if any reader disagrees.
"""
import importlib, json, os, re, shutil, subprocess, sys, tempfile, wave, zipfile
import xml.etree.ElementTree as ET
from pathlib import Path

program, study, sessions = sys.argv[1], sys.argv[2], sys.argv[3:] or ["--all"]
out = Path(tempfile.mkdtemp(prefix="readers-"))
wrong, done, skipped = [], [], []
HERE = Path(__file__).resolve().parent
Q = "{urn:QDA-XML:project:1.0}"


def export(form):
    to = out / form
    run = subprocess.run([program, "--study", study, "export", form, *sessions, "--out", str(to)], capture_output=True, text=True)
    if run.returncode:
        wrong.append(f"{form}: {run.stdout}{run.stderr}")
        return None
    return to


def files(to, ending):
    return sorted(to.glob(f"*.{ending}")) if to.is_dir() else [to]


def check(what, held, say=""):
    (done if held else wrong).append(f"{what} {say}" if not held else what)


def reader(name, test):
    try:
        module = importlib.import_module(name)
    except ImportError:
        skipped.append(name)
        return
    try:
        test(module)
    except Exception as why:
        wrong.append(f"{name}: {type(why).__name__}: {why}")


def tool(name, *args):
    if not shutil.which(name):
        skipped.append(name)
        return None
    run = subprocess.run([name, *map(str, args)], capture_output=True, text=True)
    if run.returncode:
        wrong.append(f"{name} {' '.join(map(str, args))}: {run.stderr[:2000]}")
    return run.stdout + run.stderr


lines = [json.loads(line) for line in export("jsonl").read_text().splitlines()]
check("jsonl: the first line has the version", lines[0]["type"] == "export" and lines[0]["schema"] == 1)
by = lambda kind: [line for line in lines if line["type"] == kind]
notes, takes, said = by("note"), by("take"), by("passage")
held = by("session")


def of_files(what):
    """What lies in a file of sound is what the subtitles are about; where a session has none, all of it."""
    with_sound = {take["session"] for take in takes}
    return [one for one in what if one["take"] is not None or one["session"] not in with_sound]


has_said = {one["session"] for one in said}
cues = [(one["take_ms"] if one["take"] is not None else one["from_ms"]) for one in of_files(said) if one["text"].strip()]
cues += [(one["take_ms"] if one["take"] is not None else one["from_ms"]) for one in of_files(notes) if one["session"] not in has_said]
cues.sort()


def near(name, times, wanted):
    times = sorted(times)
    same = len(times) == len(wanted) and all(abs(a - b) <= 1 for a, b in zip(times, wanted))
    check(f"{name}: {len(times)} times within 1 ms", same, f"{times[:9]} {wanted[:9]}")


def seconds(text):
    h, m, s = text.split(":")
    return round((int(h) * 3600 + int(m) * 60 + float(s)) * 1000)


vtt, srt_, csv_ = export("vtt"), export("srt"), export("csv")
reader("webvtt", lambda webvtt: near("webvtt-py", [seconds(cue.start) for file in files(vtt, "vtt") for cue in webvtt.read(str(file))], cues))
reader("srt", lambda srt: near("srt", [round(cue.start.total_seconds() * 1000) for file in files(srt_, "srt") for cue in srt.parse(file.read_text())], cues))
reader("pysrt", lambda pysrt: near("pysrt", [cue.start.ordinal for file in files(srt_, "srt") for cue in pysrt.open(str(file))], cues))


def with_pandas(pandas):
    table = pandas.read_csv(csv_, keep_default_na=False, dtype=str)
    rows = table[table["type"].isin(["note", "moment"])]
    near("pandas", [int(ms) for ms in rows["t_ms"]], sorted(note["from_ms"] for note in notes))
    legal = lambda text: "".join(c for c in text if c in "\t\n\r" or 0x20 <= ord(c) < 0xFFFE or ord(c) > 0xFFFF)
    harmless = lambda text: "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") and text else text
    same = sorted(rows["text"].str.replace("\r\n", "\n").str.replace("\r", "\n")) == sorted(harmless(legal(note["text"])).replace("\r\n", "\n").replace("\r", "\n") for note in notes)
    check("pandas: every text as it was", same)
    # A quotation mark first in a cell is our own.
    check("pandas: no cell is a formula", not any(str(cell)[:1] in "=+-@\t\r" and str(cell) for cell in table.to_numpy().ravel()))


reader("pandas", with_pandas)

labels = [line.split("\t") for file in files(export("audacity"), "txt") for line in file.read_text().splitlines()]
check("audacity: three fields a line, times in order", all(len(one) == 3 and float(one[0]) <= float(one[1]) for one in labels))

folder = export("wav") if takes else None
if folder:
    for file in files(folder, "wav"):
        stem, number = file.stem.rsplit("-", 1)
        take = next(one for one in takes if one["session"] == stem and one["take"] == int(number))
        told = tool("ffprobe", "-v", "error", "-show_chapters", "-show_streams", "-of", "json", file)
        chapters = json.loads(told)["chapters"] if told else None
        wanted = sorted([note["take_ms"] for note in notes if (note["session"], note["take"]) == (stem, take["take"])])
        if chapters is not None:
            starts = [round(float(one["start_time"]) * 1000) for one in chapters]
            check("ffprobe: every note is a chapter within 1 ms", all(any(abs(ms - at) <= 1 for at in starts) for ms in wanted), f"{starts} {wanted}")
            titles = [one.get("tags", {}).get("title", "") for one in chapters]
            check("ffprobe: every chapter has its title", all(titles), f"{titles[:5]}")
        told = tool("sndfile-info", file)
        if told and chapters is not None:
            found = re.search(r"Count\s*:\s*(\d+)", told)
            check("sndfile-info: as many cues as ffprobe finds", found and int(found.group(1)) == len(chapters), told[:300])
        told = tool("soxi", "-s", file)
        if told:
            check("sox: the length in samples", int(told.strip()) == take["frames"], told)
        own = wave.open(str(file))
        original = wave.open(str(next(Path(study).glob(f"sessions/{stem}/take-{int(number):03}.wav"))))
        width = own.getsampwidth() * own.getnchannels()
        a, b = own.readframes(own.getnframes()), original.readframes(take["frames"])
        expected = bytearray(b)
        for begin, end in take["silent"]:
            expected[begin * width : end * width] = bytes((end - begin) * width)
        check("wav: every byte of the sound but what is silent", a == bytes(expected))

qdpx = export("qdpx")
if qdpx:
    archive = zipfile.ZipFile(qdpx)
    check("qdpx: the archive is sound", archive.testzip() is None)
    names = archive.namelist()
    check("qdpx: project.qde is first, sources/ small", names[0] == "project.qde" and all(name.startswith("sources/") for name in names[1:]))
    archive.extractall(out / "project")
    qde = out / "project" / "project.qde"
    told = tool("xmllint", "--noout", "--schema", HERE / "refi-qda-project-1.0.xsd", qde)
    if told is not None:
        check("xmllint: valid by the schema", "validates" in told, told[:500])
    root = ET.parse(qde).getroot()
    guids = [one.get("guid") for one in root.iter() if one.get("guid")]
    check("qdpx: every GUID once", len(guids) == len(set(guids)))
    known, targets = set(guids), [one.get("targetGUID") for one in root.iter() if one.get("targetGUID")]
    check("qdpx: every reference leads somewhere", all(one in known for one in targets))
    paths = [value for one in root.iter() for key, value in one.items() if key.lower().endswith("path")]
    check("qdpx: every path is there", sorted("sources/" + path.removeprefix("internal://") for path in paths) == sorted(names[1:]))
    # What crashes QualCoder's importer, or is lost in it.
    check("QualCoder: an origin", bool(root.get("origin")))
    audio = root.findall(f".//{Q}AudioSource")
    check("QualCoder: sound is named with its ending, once", len({one.get("name") for one in audio}) == len(audio) and all(re.fullmatch(r"[^/]+\.wav", one.get("name")) for one in audio))
    dated = [one for tag in ("Transcript", "Note", "TextSource", "AudioSelection") for one in root.iter(Q + tag)]
    check("QualCoder: names and dates", all(one.get("name") and one.get("creationDateTime") for one in dated))
    check("QualCoder: transcripts and texts in files", all(one.get("plainTextPath") and one.find(Q + "PlainTextContent") is None for tag in ("Transcript", "TextSource") for one in root.iter(Q + tag)))
    check("QualCoder: every selection has a coding", all(one.find(Q + "Coding") is not None for one in root.iter(Q + "AudioSelection")))
    codes = [one.get("name").lower() for one in root.iter(Q + "Code")]
    check("QualCoder: no two codes of one name", len(codes) == len(set(codes)))
    memos = [one.get("name") for one in root.iter(Q + "Note")]
    check("QualCoder: no two notes of one name", len(memos) == len(set(memos)))
    check("selections end after they begin", all(int(one.get("begin")) < int(one.get("end")) for one in root.iter(Q + "AudioSelection")))
    for one in root.iter(Q + "Transcript"):
        text = archive.read("sources/" + one.get("plainTextPath").removeprefix("internal://")).decode()
        points = [(int(p.get("position")), int(p.get("timeStamp"))) for p in one.iter(Q + "SyncPoint")]
        check("sync points rise from 0 to the end", points == sorted(points) and points[0] == (0, 0) and points[-1][0] == len(text), f"{points[:3]}")
    begins = sorted(int(one.get("begin")) for one in root.iter(Q + "AudioSelection") if one.get("name").startswith("note "))
    near("qdpx notes", begins, sorted(note["take_ms"] for note in notes if note["take"] is not None))

    def with_refi(module):
        project = module.RefiProject.load(str(qdpx), str(out / "refi"))
        check("pyrefiqda: loads it", project is not None)

    reader("pyrefiqda", with_refi)

elan = export("elan")
if elan:

    def with_pympi(pympi):
        from pympi import Elan

        times = []
        for file in files(elan, "eaf"):
            eaf = Elan.Eaf(str(file))
            for tier in eaf.get_tier_names():
                all_ = sorted(eaf.get_annotation_data_for_tier(tier))
                check("pympi: nothing overlaps on a tier", all(a[1] <= b[0] for a, b in zip(all_, all_[1:])), f"{tier} {all_[:4]}")
                check("pympi: no annotation without length", all(one[0] < one[1] for one in all_))
                if tier.startswith(("Notes", "Moments")):
                    times += [one[0] for one in all_]
        wanted = of_files(notes)
        near("pympi notes", times, sorted(one["take_ms"] if one["take"] is not None else one["from_ms"] for one in wanted))

    reader("pympi", with_pympi)

bag = export("bagit")
if bag:
    reader("bagit", lambda bagit: check("bagit: valid", bagit.Bag(str(bag)).validate() is None or True))

shutil.rmtree(out)
for name in sorted(set(skipped)):
    print(f"skipped: {name} is not installed")
for one in sorted(set(done)):
    print(f"ok: {one}")
for one in wrong:
    print(f"WRONG: {one}")
sys.exit(bool(wrong))
