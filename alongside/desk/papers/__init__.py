"""Papers that wait for somebody: to sign, to co-sign, returned."""
