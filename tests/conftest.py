"""What holds for every test: no screen, no one's own files, nothing left behind.

`LAUNCHPLANNER_TESTS=thorough` lets Hypothesis look 50 times as long and somewhere else at each run.
"""

import os

from hypothesis import HealthCheck, settings

# Before anything loads Qt: pytest-qt does so when it is configured.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for variable in ("QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME", "LANGUAGE"):
    os.environ.pop(variable, None)
os.environ["LC_ALL"] = "C.UTF-8"

# No example depends on how fast the machine is. The gate looks at the same examples each time, so that a failure
# belongs to the change that shows it.
settings.register_profile(
    "quick", max_examples=30, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "thorough", max_examples=1500, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("LAUNCHPLANNER_TESTS", "quick"))

pytest_plugins = ["pytester", "tests.harness.folders", "tests.harness.leaks", "tests.harness.logs"]
