"""The job in pandas. Reads the columns from the file it is given; for each request on standard input prints
its nanoseconds, then the commission of every slot where the request is for totals or sums, and a full stop."""

import sys
import time

import numpy as np
import pandas as pd

with open(sys.argv[1], "rb") as file:
    rows, slots = np.fromfile(file, np.int32, 2)
    frame = pd.DataFrame({"slot": np.fromfile(file, np.int32, rows), "minor": np.fromfile(file, np.int64, rows)})
    quota = np.fromfile(file, np.int64, slots)
slot = frame["slot"].values
lines = None


def graduated(total, quota):
    half, more = quota // 2, quota * 3 // 2
    return (
        np.minimum(total, half) * 50_000
        + np.maximum(np.minimum(total, quota) - half, 0) * 82_500
        + np.maximum(np.minimum(total, more) - quota, 0) * 131_250
        + np.maximum(total - more, 0) * 165_625
    )


def make_totals():
    total = frame.groupby("slot")["minor"].sum().reindex(range(slots), fill_value=0).values
    return graduated(total, quota)


def make_lines():
    global lines
    running = frame.groupby("slot")["minor"].cumsum().values
    value = pd.Series(graduated(running, quota[slot]))
    lines = value - value.groupby(slot).shift(1, fill_value=0)


def sum_lines():
    return lines.groupby(slot).sum().reindex(range(slots), fill_value=0).values


jobs = {"totals": make_totals, "lines": make_lines, "sums": sum_lines}
for request in sys.stdin:
    start = time.perf_counter_ns()
    answer = jobs[request.strip()]()
    print(time.perf_counter_ns() - start)
    if answer is not None:
        print(*answer, sep="\n")
    print(".", flush=True)
