"""What rules find in any text, and no model is asked for: codes, addresses, allergies …"""
