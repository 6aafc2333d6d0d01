#!/usr/bin/env python3
"""Django's own commands, for developers (makemigrations, shell)."""

import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.project.settings")
execute_from_command_line(sys.argv)
