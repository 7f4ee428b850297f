"""What spares processor time, without reading another face or fewer frames."""
