"""Debian's boto3 against the embedded Route 53: every operation that it has, paginators, waiters and exceptions.

Run by Boto3IT:  /usr/bin/python3 boto3_client http://127.0.0.1:PORT
The endpoint has the zones example.com=ZEXAMPLE and example.net=ZOTHER.
"""
import sys
import unittest

import health_checks
import records
import whole
import zones

# The last one looks back at the others.
modules = [records, zones, health_checks, whole]
suite = unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromModule(module) for module in modules)
result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite)
sys.exit(0 if result.wasSuccessful() else 1)
